// Shares in cells, darker where larger; marks stand below the share in their cell.
(function () {
  function mixed(share) {
    var from = [247, 250, 252];
    var to = [27, 58, 92];
    var part = Math.max(0, Math.min(1, share));
    return 'rgb(' + from.map(function (value, i) {
      return Math.round(value + (to[i] - value) * part);
    }).join(',') + ')';
  }

  // How shares are written: with their sign where that has room, else without, or not at all. The key says percent.
  function writer(values, room) {
    var known = [].concat.apply([], values).filter(function (share) {
      return share !== null;
    });
    var written = function (unit) {
      return function (share) {
        return charts.number(100 * share, 0, unit);
      };
    };
    var fits = function (text) {
      return charts.widest(known.map(text)) <= room;
    };
    return fits(written('%')) ? written('%') : fits(written('')) ? written('') : function () {
      return '';
    };
  }

  function hatched(x, y, width, height) {
    var parts = [charts.rectangle(x, y, width, height, {fill: '#ffffff', stroke: '#bbbbbb', lineWidth: 0.7})];
    for (var start = 8; start < width + height; start += 8) {
      var over_x = Math.max(0, start - height);
      var over_y = Math.max(0, start - width);
      parts.push(charts.stroke(x + over_x, y + start - over_x, x + start - over_y, y + over_y,
        {stroke: '#bbbbbb', lineWidth: 0.7}));
    }
    return parts;
  }

  function cell(share, text, marks, x, y, width, height) {
    if (share === null || share === undefined) {
      var empty = hatched(x, y, width, height);
      var tall = marks.length * charts.line;
      return marks.length === 0 ? empty : empty.concat(
        [charts.rectangle(x + 3, y + (height - tall) / 2, width - 6, tall, {fill: '#ffffff'})],
        charts.centred(marks, x + width / 2, y + height / 2, {textAlign: 'center', bold: true}));
    }
    var colour = share > 0.62 ? '#ffffff' : charts.ink;
    var lines = (text === '' ? [] : [text]).concat(marks);
    var parts = [charts.rectangle(x, y, width, height, {fill: mixed(share), stroke: '#ffffff', lineWidth: 1})];
    if (marks.length) {
      parts.push(charts.rectangle(x + 2, y + 2, width - 4, height - 4, {fill: 'none', stroke: colour, lineWidth: 1.5}));
    }
    return parts.concat(charts.centred(lines, x + width / 2, y + height / 2,
      {textAlign: 'center', fill: colour, bold: marks.length > 0}));
  }

  function marks_by_cell(chart, width) {
    var found = {};
    chart.marks.forEach(function (mark) {
      var key = mark.x + '/' + mark.y;
      found[key] = (found[key] ? found[key] + ' ' : '') + mark.text;
    });
    Object.keys(found).forEach(function (key) {
      found[key] = charts.wrap(found[key], width - 8, true);
    });
    return found;
  }

  function lines_in(marks) {
    return charts.most_lines(Object.keys(marks).map(function (key) {
      return marks[key];
    }));
  }

  charts.heat_map = function (chart, size) {
    var columns = Math.max(1, chart.x.length);
    var rows = chart.y.length;
    var head = charts.head(chart.y_title, [{name: '0%–100%', symbol: 'ramp', colour: mixed}], size.width);
    var below = charts.below(chart.x);
    var room = Math.min(charts.widest(chart.y), 0.3 * size.width);
    var left = Math.max(room + 10, below.half - 6);
    var width = Math.min(96, (size.width - left - Math.max(0, below.half - 6)) / columns);
    var marks = marks_by_cell(chart, width);
    var names = chart.y.map(function (name) {
      return charts.wrap(name, room);
    });
    var tallest = charts.most_lines(names);
    var feet = 10 + below.rows * charts.line;
    var marked = lines_in(marks);
    var height = Math.max(26, (marked + 1) * charts.line + (marked ? 8 : 4), tallest * charts.line + 4,
      (size.height - head.height - feet - (chart.x_title === '' ? 0 : charts.line)) / Math.max(1, rows));
    var text = writer(chart.values, width - 3);
    var grid = charts.grid(left, head.height, width * columns, height * rows);
    var bottom = head.height + grid.height;
    var foot = charts.foot(chart.x_title, left + grid.width / 2, bottom + feet - 2, size.width);
    var parts = head.parts.concat(foot.parts, charts.x_labels(chart.x, grid, false));
    names.forEach(function (lines, i) {
      parts = parts.concat(charts.centred(lines, left - 8, bottom - (i + 0.5) * height, {textAlign: 'right'}));
    });
    return {
      width: size.width,
      height: bottom + feet + foot.height,
      parts: parts,
      grid: [grid],
      xAxis: [{type: 'value', min: 0, max: columns, show: false}],
      yAxis: [{type: 'value', min: 0, max: Math.max(1, rows), show: false}],
      series: [charts.drawn(function (at) {
        return chart.values.flatMap(function (row, y) {
          return row.flatMap(function (share, x) {
            var corner = at(x, y + 1);
            var shown = share === null ? '' : text(share);
            return cell(share, shown, marks[x + '/' + y] || [], corner[0], corner[1], width, height);
          });
        });
      })]
    };
  };
})();
