// The axes of a plot. Labels of categories are set as texts, whose places are known; ECharts sets those of numbers.
(function () {
  // A place to plot in, in pixels.
  charts.grid = function (left, top, width, height) {
    return {left: left, top: top, width: width, height: height, containLabel: false, outerBoundsMode: 'none'};
  };

  charts.value_axis = function (scale, unit, index, no_labels) {
    return {
      type: 'value',
      gridIndex: index || 0,
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLine: {show: false},
      axisTick: {show: false},
      axisLabel: {
        show: !no_labels,
        margin: 6,
        fontSize: charts.font,
        color: charts.ink,
        hideOverlap: false,
        formatter: function (value) {
          return charts.number(value, scale.decimals, unit);
        }
      },
      splitLine: {lineStyle: {color: '#dddddd', width: 0.7}}
    };
  };

  // The axis of categories; it stands at zero, emphasised, where the numbers pass through it.
  charts.category_axis = function (count, edge_to_edge, index) {
    var places = [];
    for (var i = 0; i < count; i++) {
      places.push(String(i));
    }
    return {
      type: 'category',
      gridIndex: index || 0,
      data: places,
      boundaryGap: !edge_to_edge,
      axisLine: {show: true, onZero: true, lineStyle: {color: charts.ink, width: 1.2}},
      axisTick: {show: false},
      axisLabel: {show: false},
      splitLine: {show: false}
    };
  };

  // Where the i-th of so many categories stands on an axis.
  charts.place = function (i, count, start, length, edge_to_edge) {
    return edge_to_edge ? start + (count > 1 ? length * i / (count - 1) : length / 2) : start + length * (i + 0.5) / count;
  };

  // Labels below a plot, every second, fifth, ... one where not all have room.
  charts.x_labels = function (names, grid, edge_to_edge) {
    var count = names.length;
    var step = grid.width / Math.max(1, edge_to_edge ? count - 1 : count);
    var room = charts.widest(names) + 10;
    var every = 1;
    var rounds = [1, 2, 5, 10, 20, 25, 50, 100, 200];
    for (var i = 0; i < rounds.length && every * step < room; i++) {
      every = rounds[i];
    }
    return names.flatMap(function (name, at) {
      var x = charts.place(at, count, grid.left, grid.width, edge_to_edge);
      return at % every !== 0 ? [] :
        charts.texts([name], x, grid.top + grid.height + 6 + charts.line / 2, {textAlign: 'center'});
    });
  };

  // What half a label takes beyond the ends of an axis that goes from edge to edge.
  charts.overhang = function (names) {
    return names.length ? charts.width(names[names.length - 1]) / 2 + 2 : 0;
  };

  // The least width of a plot's left margin.
  charts.left_of = function (scale, unit) {
    return charts.widest(charts.mark_texts(scale, unit)) + 8;
  };

  // A series drawn by hand, once, at the coordinates of its axes.
  charts.drawn = function (draw, index, z) {
    return {
      type: 'custom',
      coordinateSystem: 'cartesian2d',
      xAxisIndex: index || 0,
      yAxisIndex: index || 0,
      z: z || 2,
      silent: true,
      clip: false,
      data: [[0, 0]],
      renderItem: function (params, api) {
        return {type: 'group', children: draw(function (x, y) {
          return api.coord([x, y]);
        })};
      }
    };
  };
})();
