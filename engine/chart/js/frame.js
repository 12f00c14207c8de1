// What stands around a plot: texts, and the head with the axis title and the key.
(function () {
  // Neighbours differ in grey too. Lines are darker where the area would be pale.
  charts.palette = ['#1b3a5c', '#d69a2d', '#2f7f79', '#a9c6de', '#9c3d2e', '#e8dcb5', '#7d7d7d', '#d9c2d6'];
  charts.strokes = ['#1b3a5c', '#c07f10', '#2f7f79', '#5d8fbb', '#9c3d2e', '#8a7a3d', '#555555', '#8b5f86'];
  charts.dashes = ['solid', [7, 3], [2, 2], [8, 3, 2, 3], [14, 4], [4, 2], [1, 3], [10, 3, 2, 3, 2, 3]];

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

  function ramp(x, y, colour) {
    return [0, 0.25, 0.5, 0.75, 1].map(function (share, i) {
      return charts.rectangle(x + i * swatch / 5, y - 5, swatch / 5, 10, {fill: colour(share)});
    }).concat([charts.rectangle(x, y - 5, swatch, 10, {fill: 'none', stroke: charts.quiet, lineWidth: 0.5})]);
  }

  symbols.ramp = function (entry, x, y) {
    return ramp(x, y, entry.colour);
  };

  function flowing(wides, width, apart) {
    var x = 0;
    var row = 0;
    return wides.map(function (wide) {
      if (x > 0 && x + wide > width) {
        x = 0;
        row++;
      }
      x += wide + apart;
      return {x: x - wide - apart, row: row};
    });
  }

  function in_columns(wides, width, apart) {
    var widest = Math.max.apply(null, wides);
    var columns = Math.max(1, Math.floor((width + apart) / (widest + apart)));
    return wides.map(function (wide, i) {
      return {x: (i % columns) * (widest + apart), row: Math.floor(i / columns)};
    });
  }

  // Where the entries of a key stand: in one row if they fit; in columns, unless that takes many more rows.
  function spots(wides, width) {
    var flow = flowing(wides, width, 18);
    var columns = in_columns(wides, width, 18);
    var last = wides.length - 1;
    if (last < 0 || flow[last].row === 0 || flow[last].row + 1 < columns[last].row) {
      return {width: last >= 0 && flow[last].row === 0 ? flow[last].x + wides[last] : width, at: flow};
    }
    return {width: width, at: columns};
  }

  // The entries of a key; beside what is already taken of the width if they fit there.
  function key(entries, width, taken) {
    var lines = entries.map(function (entry) {
      return charts.wrap(entry.name, width - swatch - 8);
    });
    var found = spots(lines.map(function (one) {
      return swatch + 7 + charts.widest(one);
    }), width - 1);
    var beside = found.width + taken + 24 <= width;
    var parts = [];
    var tops = [];
    found.at.forEach(function (spot, i) {
      tops[spot.row + 1] = Math.max(tops[spot.row + 1] || 0, (tops[spot.row] || 0) + lines[i].length * charts.line + 3);
      var x = spot.x + (beside ? width - found.width : 0) + 1;
      var y = tops[spot.row] || 0;
      parts = parts.concat(symbols[entries[i].symbol](entries[i], x, y), charts.texts(lines[i], x + swatch + 6, y));
    });
    return {parts: parts, height: tops.length ? tops[tops.length - 1] - 3 : 0, beside: beside};
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
    return {parts: parts, height: height === 0 ? charts.line : height + charts.line - 2};
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
