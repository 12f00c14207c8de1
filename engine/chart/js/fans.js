// Bands around medians, panels side by side on one scale.
(function () {
  // Stretches of neighbours that all have values.
  function stretches(panel) {
    var found = [];
    var open = false;
    panel.q05.forEach(function (low, i) {
      var known = low !== null && panel.q95[i] !== null && panel.q95[i] !== undefined;
      if (known && !open) {
        found.push([]);
      }
      if (known) {
        found[found.length - 1].push(i);
      }
      open = known;
    });
    return found;
  }

  function bands(panel) {
    return function (at) {
      return stretches(panel).map(function (years) {
        var above = years.map(function (i) {
          return at(i, panel.q95[i]);
        });
        var below = years.map(function (i) {
          return at(i, panel.q05[i]);
        });
        if (years.length === 1) {
          above = [[above[0][0] - 8, above[0][1]], [above[0][0] + 8, above[0][1]]];
          below = [[below[0][0] - 8, below[0][1]], [below[0][0] + 8, below[0][1]]];
        }
        return {
          type: 'polygon',
          shape: {points: above.concat(below.reverse())},
          style: {fill: '#c3d5e6', stroke: '#6d8fb0', lineWidth: 0.7}
        };
      });
    };
  }

  function median(panel, index) {
    return {
      type: 'line',
      xAxisIndex: index,
      yAxisIndex: index,
      data: charts.along(panel.q50, 'rect'),
      z: 4,
      silent: true,
      clip: false,
      symbolSize: [16, 2],
      itemStyle: {color: charts.palette[0]},
      lineStyle: {width: 2, color: charts.palette[0]}
    };
  }

  charts.fans = function (chart, size) {
    var all = chart.panels.flatMap(function (panel) {
      return panel.q05.concat(panel.q50, panel.q95);
    });
    var ends = charts.ends(all);
    var scale = charts.scale(ends[0], ends[1], 5);
    var head = charts.head(chart.y_title, [{name: chart.band_name, symbol: 'fill', color: '#c3d5e6'},
      {name: chart.median_name, symbol: 'line', color: charts.palette[0]}], size.width);
    var columns = chart.panels.length > 1 && size.width >= 420 ? 2 : 1;
    var rows = Math.ceil(chart.panels.length / columns);
    var below = charts.below(chart.x);
    var over = below.half;
    var left = Math.max(over, charts.left_of(scale));
    var gap = Math.max(24, 2 * over + 8);
    var width = (size.width - left - over - gap * (columns - 1)) / columns;
    var feet = 8 + below.rows * charts.line + 12;
    var titles = chart.panels.map(function (panel) {
      return panel.title === '' ? [] : charts.wrap(panel.title, width + (columns > 1 ? 0 : over), true);
    });
    var tops = [];  // of the lines above each row
    for (var row = 0; row < rows; row++) {
      tops.push(charts.line * charts.most_lines(titles.slice(row * columns, (row + 1) * columns)) + 8);
    }
    var fixed = head.height + rows * feet + tops.reduce(function (sum, top) {
      return sum + top;
    }, 0);
    var height = Math.max(columns > 1 ? 150 : 190, (size.height - fixed) / rows);
    var made = {width: size.width, parts: head.parts, grid: [], xAxis: [], yAxis: [], series: []};
    var y = head.height;
    chart.panels.forEach(function (panel, i) {
      var column = i % columns;
      if (column === 0 && i > 0) {
        y += height + feet;
      }
      if (column === 0) {
        y += tops[i / columns];
      }
      var grid = charts.grid(left + column * (width + gap), y, width, height);
      made.grid.push(grid);
      made.xAxis.push(charts.category_axis(chart.x.length, scale, true, i));
      made.yAxis.push(charts.value_axis(scale, i));
      made.series.push(charts.drawn(bands(panel), i), median(panel, i));
      made.parts = made.parts.concat(charts.ruled(scale, grid, {bare: column > 0}),
        charts.x_labels(chart.x, grid, true),
        charts.texts(titles[i], grid.left, y - 8 - (titles[i].length - 0.5) * charts.line, {bold: true}));
    });
    made.height = y + (chart.panels.length ? height + feet - 8 : 0);
    return made;
  };
})();
