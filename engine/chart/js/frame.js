// What stands around a plot: texts, and the head with the axis title and the key.
(function () {
  charts.palette = ['#1b3a5c', '#d69a2d', '#2f7f79', '#a9c6de', '#9c3d2e', '#e8dcb5'];
  charts.strokes = ['#1b3a5c', '#c07f10', '#2f7f79', '#6d9cc4', '#9c3d2e', '#777777'];
  charts.dashes = ['solid', [7, 3], [2, 2], [8, 3, 2, 3], [14, 4], [4, 2]];

  charts.cycle = function (list, index) {
    return list[index % list.length];
  };

  // Lines of text; `y` is the middle of the first one.
  charts.texts = function (lines, x, y, style) {
    return lines.map(function (line, i) {
      return {
        type: 'text',
        z: 10,
        style: echarts.util.extend({
          text: line,
          x: x,
          y: y + i * charts.line,
          font: (style && style.bold ? 'bold ' : '') + charts.font + 'px sans-serif',
          fill: charts.ink,
          textAlign: 'left',
          textVerticalAlign: 'middle'
        }, style || {})
      };
    });
  };

  // Lines of text around the middle `y`.
  charts.centred = function (lines, x, y, style) {
    return charts.texts(lines, x, y - (lines.length - 1) * charts.line / 2, style);
  };

  function stroke(x1, y1, x2, y2, style) {
    return {type: 'line', z: 10, shape: {x1: x1, y1: y1, x2: x2, y2: y2}, style: style};
  }

  charts.stroke = stroke;

  charts.rectangle = function (x, y, width, height, style) {
    return {type: 'rect', z: 10, shape: {x: x, y: y, width: width, height: height}, style: style};
  };

  var swatch = 24;
  var symbols = {
    fill: function (entry, x, y) {
      return [charts.rectangle(x, y - 5, swatch, 10, {fill: entry.color, stroke: charts.quiet, lineWidth: 0.5})];
    },
    line: function (entry, x, y) {
      return [stroke(x, y, x + swatch, y, {stroke: entry.color, lineWidth: 2, lineDash: entry.dash})];
    },
    whisker: function (entry, x, y) {
      var style = {stroke: charts.ink, lineWidth: 1};
      return [stroke(x, y, x + swatch, y, style), stroke(x, y - 5, x, y + 5, style),
        stroke(x + swatch, y - 5, x + swatch, y + 5, style)];
    },
    tick: function (entry, x, y) {
      return [stroke(x + swatch / 2, y - 6, x + swatch / 2, y + 6, {stroke: charts.ink, lineWidth: 2.5})];
    }
  };

  // The entries of a key, in rows from the left or, where all fit in one, at the right end of the first.
  function key(entries, width, taken) {
    var parts = [];
    var x = 0;
    var y = 0;
    var spots = entries.map(function (entry) {
      var lines = charts.wrap(entry.name, width - swatch - 6);
      var wide = swatch + 6 + charts.widest(lines);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += charts.line + 4;
      }
      var spot = {x: x, y: y, lines: lines};
      x += wide + 18;
      y += (lines.length - 1) * charts.line;
      return spot;
    });
    var beside = y === 0 && x - 18 + taken + 24 <= width;
    spots.forEach(function (spot, i) {
      var left = spot.x + (beside ? width - (x - 18) : 0);
      parts = parts.concat(symbols[entries[i].symbol](entries[i], left, spot.y),
        charts.texts(spot.lines, left + swatch + 6, spot.y));
    });
    return {parts: parts, height: y + charts.line, beside: beside};
  }

  function moved(parts, down) {
    parts.forEach(function (part) {
      ['y', 'y1', 'y2'].forEach(function (name) {
        [part.shape, part.style].forEach(function (place) {
          if (place && place[name] !== undefined) {
            place[name] += down;
          }
        });
      });
    });
    return parts;
  }

  // The key, and below it or beside it the title of the axis of numbers.
  charts.head = function (title, entries, width) {
    entries = entries.filter(function (entry) {
      return entry.name !== '';
    });
    var lines = title === '' ? [] : charts.wrap(title, width);
    var made = key(entries, width, lines.length === 1 ? charts.widest(lines) : width);
    var first = charts.line / 2 + 2;
    var below = made.beside || entries.length === 0 ? 0 : made.height + 6;
    var parts = moved(made.parts, first).concat(charts.texts(lines, 0, first + below, {fill: charts.quiet}));
    var height = Math.max(below + lines.length * charts.line, entries.length ? made.height : 0);
    return {parts: parts, height: height === 0 ? 6 : height + 8};
  };

  // A title below a plot, in the middle of it.
  charts.foot = function (title, middle, top, width) {
    var lines = title === '' ? [] : charts.wrap(title, 2 * Math.min(middle, width - middle));
    return {
      parts: charts.texts(lines, middle, top + charts.line / 2, {textAlign: 'center', fill: charts.quiet}),
      height: lines.length * charts.line
    };
  };
})();
