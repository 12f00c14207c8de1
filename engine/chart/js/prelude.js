// What ECharts expects of its surroundings and Duktape, an ES5 machine without a browser, has not. Nothing waits and
// nothing speaks: a chart is drawn at once, and its errors are thrown.
var global = this;
var self = this;

function setTimeout() {
  return 0;
}

function clearTimeout() {}

var console = {log: function () {}, warn: function () {}, error: function () {}};

Object.assign = Object.assign || function (target) {
  for (var i = 1; i < arguments.length; i++) {
    for (var key in arguments[i]) {
      if (Object.prototype.hasOwnProperty.call(arguments[i], key)) {
        target[key] = arguments[i][key];
      }
    }
  }
  return target;
};

Array.prototype.at = Array.prototype.at || function (index) {
  return this[index < 0 ? this.length + index : index];
};

Array.prototype.find = Array.prototype.find || function (wanted) {
  for (var i = 0; i < this.length; i++) {
    if (wanted(this[i], i, this)) {
      return this[i];
    }
  }
};

Array.prototype.flatMap = Array.prototype.flatMap || function (each) {
  return Array.prototype.concat.apply([], this.map(each));
};
