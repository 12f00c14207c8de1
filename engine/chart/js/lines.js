// Lines, and areas on top of each other, along years or other steps.
(function () {
  function times(values, factor) {
    return values.map(function (value) {
      return value === null ? null : value * factor;
    });
  }

  // The values of a line. One without neighbours has no line to be seen by, so it has a symbol.
  charts.along = function (values, symbol) {
    var known = function (i) {
      return values[i] !== null && values[i] !== undefined;
    };
    return values.map(function (value, i) {
      return {value: value, symbol: known(i) && !known(i - 1) && !known(i + 1) ? symbol : 'none'};
    });
  };

  // The plot below the head, with the axes of all that goes along x.
  function along(chart, size, head, ends, unit, edge_to_edge) {
    var scale = charts.scale(ends[0], ends[1], 5);
    var below = charts.below(chart.x);
    var over = edge_to_edge ? below.half : 0;
    var left = Math.max(over, charts.left_of(scale, unit));
    var feet = 10 + below.rows * charts.line;
    var height = Math.max(210, size.height - head.height - feet);
    var grid = charts.grid(left, head.height, size.width - left - over, height);
    return {
      width: size.width,
      height: head.height + height + feet,
      parts: head.parts.concat(charts.ruled(scale, grid, {unit: unit}), charts.x_labels(chart.x, grid, edge_to_edge)),
      grid: [grid],
      xAxis: [charts.category_axis(chart.x.length, scale, edge_to_edge)],
      yAxis: [charts.value_axis(scale)]
    };
  }

  // The ends of the sums, above zero and below it.
  function stacked_ends(chart) {
    var sums = chart.x.flatMap(function (name, i) {
      var above = 0;
      var below = 0;
      chart.series.forEach(function (one) {
        var value = one.values[i] || 0;
        above += Math.max(0, value);
        below += Math.min(0, value);
      });
      return [above, below];
    });
    return charts.ends(sums, true);
  }

  charts.lines = function (chart, size) {
    var factor = chart.in_percent ? 100 : 1;
    var series = chart.series.map(function (one) {
      return times(one.values, factor);
    });
    var style = function (i) {
      return {color: charts.cycle(charts.strokes, i), dash: charts.cycle(charts.dashes, i)};
    };
    var head = charts.head(chart.y_title, chart.series.map(function (one, i) {
      return {name: one.name, symbol: 'line', color: style(i).color, dash: style(i).dash};
    }), size.width);
    var made = along(chart, size, head, charts.ends([].concat.apply([], series)), chart.in_percent ? '%' : '', true);
    made.series = series.map(function (values, i) {
      return {
        type: 'line',
        data: charts.along(values, 'circle'),
        silent: true,
        clip: false,
        showAllSymbol: true,
        symbolSize: 6,
        itemStyle: {color: style(i).color},
        lineStyle: {width: 2, color: style(i).color, type: style(i).dash}
      };
    });
    return made;
  };

  charts.areas = function (chart, size) {
    var head = charts.head(chart.y_title, chart.series.map(function (one, i) {
      return {name: one.name, symbol: 'fill', color: charts.cycle(charts.palette, i)};
    }), size.width);
    var one_year = chart.x.length === 1;
    var made = along(chart, size, head, stacked_ends(chart), '', !one_year);
    made.series = chart.series.map(function (one, i) {
      var colour = charts.cycle(charts.palette, i);
      return {
        type: one_year ? 'bar' : 'line',
        stack: 'all',
        data: one.values,
        silent: true,
        clip: false,
        symbol: 'none',
        barWidth: 60,
        itemStyle: {color: colour, borderColor: '#ffffff', borderWidth: 0.8},
        lineStyle: {width: 0.8, color: '#ffffff'},
        areaStyle: {color: colour, opacity: 1}
      };
    });
    return made;
  };
})();
