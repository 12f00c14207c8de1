// The axes of a plot. All labels are set as texts, whose places are known.
(function () {
  // A place to plot in, in pixels.
  charts.grid = function (left, top, width, height) {
    return {left: left, top: top, width: width, height: height, containLabel: false, outerBoundsMode: 'none'};
  };

  // The axis of numbers; `ruled` shows it. (ECharts counts its marks from the end of the axis, not from zero.)
  charts.value_axis = function (scale, index) {
    return {type: 'value', gridIndex: index || 0, min: scale.min, max: scale.max, show: false};
  };

  // The lines and labels of the round numbers of a scale.
  charts.ruled = function (scale, grid, look) {
    return charts.marks(scale).flatMap(function (value) {
      var part = (value - scale.min) / (scale.max - scale.min);
      var x = grid.left + part * grid.width;
      var y = grid.top + (1 - part) * grid.height;
      var line = look.lying ? charts.stroke(x, grid.top, x, grid.top + grid.height) :
        charts.stroke(grid.left, y, grid.left + grid.width, y);
      line.z = 0;
      line.style = {stroke: '#dddddd', lineWidth: 0.7};
      var text = [charts.number(value, scale.decimals, look.unit)];
      return [line].concat(look.bare ? [] : look.lying ?
        charts.texts(text, x, grid.top + grid.height + 8 + charts.line / 2, {textAlign: 'center'}) :
        charts.texts(text, grid.left - 6, y, {textAlign: 'right'}));
    });
  };

  // The axis of categories; it stands at zero, emphasised, where the numbers pass through it.
  charts.category_axis = function (count, scale, edge_to_edge, index) {
    var at_zero = scale.min <= 0 && scale.max >= 0;
    var line = at_zero ? {color: charts.ink, width: 1.2} : {color: '#999999', width: 0.7};
    var places = [];
    for (var i = 0; i < count; i++) {
      places.push(String(i));
    }
    return {
      type: 'category',
      z: 3,
      gridIndex: index || 0,
      data: places,
      boundaryGap: !edge_to_edge,
      axisLine: {show: true, onZero: true, lineStyle: line},
      axisTick: {show: false},
      axisLabel: {show: false},
      splitLine: {show: false}
    };
  };

  // Where the i-th of so many categories stands on an axis.
  charts.place = function (i, count, start, length, edge_to_edge) {
    var part = !edge_to_edge ? (i + 0.5) / count : count > 1 ? i / (count - 1) : 0.5;
    return start + length * part;
  };

  var widest_label = 72;

  // How many lines the labels below a plot have, and how far the longest reaches to both sides.
  charts.below = function (names) {
    return names.reduce(function (so_far, name) {
      var lines = charts.wrap(name, widest_label);
      return {rows: Math.max(so_far.rows, lines.length), half: Math.max(so_far.half, charts.widest(lines) / 2 + 2)};
    }, {rows: 1, half: 0});
  };

  // Labels below a plot, every second, fifth, ... one where not all have room.
  charts.x_labels = function (names, grid, edge_to_edge) {
    var count = names.length;
    var step = grid.width / Math.max(1, edge_to_edge ? count - 1 : count);
    var room = 2 * charts.below(names).half + 6;
    var every = 1;
    var rounds = [1, 2, 5, 10, 20, 25, 50, 100, 200];
    for (var i = 0; i < rounds.length && every * step < room; i++) {
      every = rounds[i];
    }
    return names.flatMap(function (name, at) {
      var x = charts.place(at, count, grid.left, grid.width, edge_to_edge);
      return at % every !== 0 ? [] : charts.texts(charts.wrap(name, widest_label), x,
        grid.top + grid.height + 8 + charts.line / 2, {textAlign: 'center'});
    });
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
