// Bars from the base to where one number after another takes the outcome; the longest on top.
(function () {
  var thick = 16;

  function sorted(arms) {
    return arms.map(function (arm, i) {
      return {arm: arm, i: i, span: Math.abs(arm.high - arm.low)};
    }).sort(function (a, b) {
      return b.span - a.span || a.i - b.i;
    }).map(function (one) {
      return one.arm;
    });
  }

  // Both ends on one side of the base: the bars would hide each other, so they stand below each other.
  function one_sided(arm, base) {
    return (arm.low - base) * (arm.high - base) > 0;
  }

  function rows_of(arms, base, room, top) {
    var y = top + 4;
    return arms.map(function (arm) {
      var lines = charts.wrap(arm.name, room);
      var split = one_sided(arm, base);
      var height = Math.max(split ? 2 * thick + 10 : thick + 12, lines.length * charts.line + 6);
      y += height;
      return {arm: arm, lines: lines, y: y - height / 2, shift: split ? thick / 2 : 0, bottom: y + 4};
    });
  }

  // A bar with its outcome at the end that is away from the base; `side` is where that is when there is no bar.
  function bar(at, row, value, side, base, shift, colour, label) {
    if (value === null) {
      return [];
    }
    var zero = at(base, 0)[0];
    var x = at(value, 0)[0];
    var leftward = value < base || (value === base && side < 0);
    var height = row.shift ? thick - 2 : thick;
    var parts = value === base ? [] : [charts.rectangle(Math.min(zero, x), row.y + shift - height / 2,
      Math.abs(x - zero), height, {fill: colour, stroke: charts.quiet, lineWidth: 0.5})];
    return parts.concat(charts.texts([label], x + (leftward ? -5 : 5), row.y + shift,
      {textAlign: leftward ? 'right' : 'left'}));
  }

  charts.tornado = function (chart, size) {
    var arms = sorted(chart.arms);
    var values = arms.flatMap(function (arm) {
      return [arm.low, arm.high];
    }).concat([chart.base]).filter(function (value) {
      return value !== null;
    });
    var decimals = charts.decimals(values.map(function (value) {
      return value - chart.base;
    }));
    var texts = function (value) {
      return charts.number(value, decimals);
    };
    var colours = [charts.palette[3], charts.palette[0]];
    var head = charts.head('', [{name: chart.low_name, symbol: 'fill', color: colours[0]},
      {name: chart.high_name, symbol: 'fill', color: colours[1]}], size.width);
    var names = arms.map(function (arm) {
      return arm.name;
    });
    var room = Math.min(charts.widest(names), 0.32 * size.width);
    var top = head.height + charts.line + 2;
    var rows = rows_of(arms, chart.base, room, top);
    var bottom = rows.length ? rows[rows.length - 1].bottom : top;
    var left = Math.max(36, room + 14);
    var label = charts.widest(values.map(texts)) + 10;
    var ends = [Math.min.apply(null, values), Math.max.apply(null, values)];
    var scale = charts.lying_scale(ends, label, label, left, size.width);
    var width = scale.width;
    var middle = left + width * (chart.base - scale.min) / (scale.max - scale.min);
    var foot = charts.foot(chart.x_title, left + width / 2, bottom + charts.line + 10, size.width);
    var grid = charts.grid(left, top, width, bottom - top);
    return {
      width: size.width,
      height: bottom + charts.line + 12 + foot.height,
      parts: rows.reduce(function (parts, row) {
        return parts.concat(charts.centred(row.lines, left - 10, row.y, {textAlign: 'right'}));
      }, head.parts.concat(foot.parts, charts.ruled(scale, grid, {lying: true}),
        charts.texts([texts(chart.base)], middle, head.height + charts.line / 2, {textAlign: 'center', bold: true}))),
      grid: [grid],
      xAxis: [charts.value_axis(scale)],
      yAxis: [{type: 'value', min: 0, max: 1, show: false}],
      series: [charts.drawn(function (at) {
        var x = at(chart.base, 0)[0];
        return rows.flatMap(function (row) {
          var low = row.arm.low;
          var high = row.arm.high;
          var low_side = high < chart.base ? 1 : -1;
          var high_side = low > chart.base ? -1 : 1;
          return bar(at, row, low, low_side, chart.base, -row.shift, colours[0], texts(low)).concat(
            bar(at, row, high, high_side, chart.base, row.shift, colours[1], texts(high)));
        }).concat([charts.stroke(x, top, x, bottom, {stroke: charts.ink, lineWidth: 1.2})]);
      })]
    };
  };
})();
