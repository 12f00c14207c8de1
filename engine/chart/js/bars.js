// Bars side by side in each category: upright where names and numbers have room, else lying, one below the other.
(function () {
  function prepared(chart) {
    var factor = chart.in_percent ? 100 : 1;
    var series = chart.series.map(function (one) {
      return {name: one.name, values: one.values.map(function (value) {
        return value === null ? null : value * factor;
      })};
    });
    var values = series.flatMap(function (one) {
      return one.values;
    });
    var decimals = chart.in_percent ? 1 : charts.decimals(values);
    return {
      unit: chart.in_percent ? '%' : '',
      series: series,
      ends: charts.ends(values, true),
      label: function (value) {
        return value === null || value === undefined ? '' : charts.number(value, decimals, chart.in_percent ? '%' : '');
      },
      labels: charts.widest(values.map(function (value) {
        return value === null ? '' : charts.number(value, decimals, chart.in_percent ? '%' : '');
      }))
    };
  }

  function entries(chart) {
    return chart.series.map(function (one, i) {
      return {name: chart.series.length > 1 ? one.name : '', symbol: 'fill', color: charts.cycle(charts.palette, i)};
    });
  }

  function bar_series(data, lying, thick) {
    return data.series.map(function (one, i) {
      return {
        type: 'bar',
        silent: true,
        clip: false,
        barWidth: thick,
        barGap: lying ? '12%' : '8%',
        itemStyle: {color: charts.cycle(charts.palette, i), borderColor: charts.quiet, borderWidth: 0.5},
        data: one.values.map(function (value) {
          var below = value !== null && value < 0;
          return {value: value, label: {position: lying ? (below ? 'left' : 'right') : (below ? 'bottom' : 'top')}};
        }),
        labelLayout: {hideOverlap: false},
        label: {
          show: true,
          distance: 4,
          fontSize: charts.font,
          color: charts.ink,
          formatter: function (at) {
            return data.label(at.value);
          }
        }
      };
    });
  }

  function upright(chart, data, size) {
    var head = charts.head(chart.y_title, entries(chart), size.width);
    var count = chart.categories.length;
    var below = data.ends[0] < 0 ? charts.line + 4 : 0;
    var names = chart.categories;
    var scale = charts.scale(data.ends[0], data.ends[1], 5);
    var left = charts.left_of(scale, data.unit);
    var width = size.width - left;
    var band = width / count;
    var lines = names.map(function (name) {
      return charts.wrap(name, band - 10);
    });
    var most = charts.most_lines(lines);
    var slot = 0.84 * band / data.series.length;
    var longest = Math.max.apply(null, names.map(charts.longest_word));
    var fits = most <= 3 && slot >= data.labels + 4 && longest <= band - 10;
    if (!fits) {
      return null;
    }
    var foot = 10 + most * charts.line;
    var height = Math.max(200, size.height - head.height - foot);
    scale = charts.scale_with_room(data.ends, below, data.ends[1] > 0 || !below ? charts.line + 4 : 0, height, 5);
    left = charts.left_of(scale, data.unit);
    var grid = charts.grid(left, head.height, size.width - left, height);
    return {
      width: size.width,
      height: head.height + height + foot,
      parts: lines.reduce(function (parts, one, i) {
        return parts.concat(charts.texts(one, charts.place(i, count, grid.left, grid.width),
          grid.top + height + 8 + charts.line / 2, {textAlign: 'center'}));
      }, head.parts.concat(charts.ruled(scale, grid, {unit: data.unit}))),
      grid: [grid],
      xAxis: [charts.category_axis(count, scale, false)],
      yAxis: [charts.value_axis(scale)],
      series: bar_series(data, false, Math.min(64, slot / 1.08))
    };
  }

  function lying(chart, data, size) {
    var head = charts.head('', entries(chart), size.width);
    var count = chart.categories.length;
    var room = Math.min(charts.widest(chart.categories), 0.36 * size.width);
    var names = chart.categories.map(function (name) {
      return charts.wrap(name, room);
    });
    var most = charts.most_lines(names);
    var band = Math.max(18 * data.series.length + 14, most * charts.line + 10);
    var left = Math.max(36, room + 12);
    var before = data.ends[0] < 0 ? data.labels + 8 : 0;
    var after = data.ends[1] > 0 || before === 0 ? data.labels + 8 : 0;
    var scale = charts.lying_scale(data.ends, before, after, left, size.width, data.unit);
    var grid = charts.grid(left, head.height, scale.width, band * count);
    var bottom = grid.top + grid.height;
    var foot = charts.foot(chart.y_title, left + scale.width / 2, bottom + charts.line + 10, size.width);
    var axis = charts.category_axis(count, scale, false);
    axis.inverse = true;
    return {
      width: size.width,
      height: bottom + charts.line + 12 + foot.height,
      parts: names.reduce(function (parts, lines, i) {
        var middle = charts.place(i, count, grid.top, grid.height);
        return parts.concat(charts.centred(lines, left - 10, middle, {textAlign: 'right'}));
      }, head.parts.concat(foot.parts, charts.ruled(scale, grid, {unit: data.unit, lying: true}))),
      grid: [grid],
      xAxis: [charts.value_axis(scale)],
      yAxis: [axis],
      series: bar_series(data, true, 15)
    };
  }

  charts.bars = function (chart, size) {
    var data = prepared(chart);
    return upright(chart, data, size) || lying(chart, data, size);
  };
})();
