// Distributions as boxes with whiskers, group below group.
(function () {
  var row_height = 26;

  // Each name keeps its colour in all groups.
  function colours(groups) {
    var names = [];
    groups.forEach(function (group) {
      group.boxes.forEach(function (box) {
        if (names.indexOf(box.name) < 0) {
          names.push(box.name);
        }
      });
    });
    return function (name) {
      return charts.cycle(charts.palette, names.indexOf(name));
    };
  }

  function known(box) {
    return box.quantiles.every(function (value) {
      return value !== null;
    });
  }

  // Whiskers, box and median at the height `y`.
  function box_parts(box, y, at, colour) {
    if (!known(box)) {
      return [];
    }
    var x = box.quantiles.map(function (value) {
      return at(value, 0)[0];
    });
    var thin = {stroke: charts.ink, lineWidth: 1};
    return [
      charts.stroke(x[0], y, x[4], y, thin),
      charts.stroke(x[0], y - 5, x[0], y + 5, thin),
      charts.stroke(x[4], y - 5, x[4], y + 5, thin),
      charts.rectangle(x[1], y - 7, Math.max(1, x[3] - x[1]), 14, {fill: colour, stroke: charts.ink, lineWidth: 0.8}),
      charts.stroke(x[2], y - 9, x[2], y + 9, {stroke: '#ffffff', lineWidth: 4}),
      charts.stroke(x[2], y - 9, x[2], y + 9, {stroke: charts.ink, lineWidth: 2})
    ];
  }

  function at_zero(scale, groups, at) {
    return scale.min > 0 || scale.max < 0 ? [] : groups.map(function (group) {
      var x = at(0, 0)[0];
      return charts.stroke(x, group.from, x, group.to, {stroke: charts.ink, lineWidth: 1.2});
    });
  }

  // The rows of all groups: where each begins, and the lines of its name.
  function laid_out(chart, top, room, width) {
    var y = top;
    return chart.groups.map(function (group, i) {
      var title = group.title === '' ? [] : charts.wrap(group.title, width, true);
      y += i > 0 ? 8 : 0;
      var out = {title: title, title_y: y + charts.line / 2};
      y += title.length * charts.line + (title.length ? 2 : 0);
      out.from = y;
      out.rows = group.boxes.map(function (box) {
        var lines = charts.wrap(box.name, room);
        var height = Math.max(row_height, lines.length * charts.line + 8);
        y += height;
        return {box: box, lines: lines, y: y - height / 2};
      });
      out.to = y;
      return out;
    });
  }

  charts.boxes = function (chart, size) {
    var boxes = chart.groups.flatMap(function (group) {
      return group.boxes;
    });
    var names = boxes.map(function (box) {
      return box.name;
    });
    var head = charts.head('', [{name: chart.whisker_name, symbol: 'whisker'},
      {name: chart.box_name, symbol: 'fill', color: charts.palette[3]}, {name: chart.median_name, symbol: 'tick'}],
      size.width);
    var ends = charts.ends(boxes.flatMap(function (box) {
      return box.quantiles;
    }));
    var room = Math.min(charts.widest(names), 0.32 * size.width);
    var left = Math.max(36, room + 12);
    var scale = charts.lying_scale(ends, 0, 0, left, size.width);
    var width = scale.width;
    var groups = laid_out(chart, head.height, room, size.width);
    var bottom = groups.length ? groups[groups.length - 1].to : head.height;
    var foot = charts.foot(chart.x_title, left + width / 2, bottom + charts.line + 10, size.width);
    var colour = colours(chart.groups);
    return {
      width: size.width,
      height: bottom + charts.line + 12 + foot.height,
      parts: groups.reduce(function (parts, group, i) {
        var grid = charts.grid(left, group.from, width, group.to - group.from);
        return parts.concat(charts.ruled(scale, grid, {lying: true, bare: i + 1 < groups.length}),
          charts.texts(group.title, 0, group.title_y, {bold: true}), group.rows.flatMap(function (row) {
            return charts.centred(row.lines, left - 10, row.y, {textAlign: 'right'});
          }));
      }, head.parts.concat(foot.parts)),
      grid: [charts.grid(left, head.height, width, bottom - head.height)],
      xAxis: [charts.value_axis(scale)],
      yAxis: [{type: 'value', min: 0, max: 1, show: false}],
      series: [charts.drawn(function (at) {
        return at_zero(scale, groups, at).concat(groups.flatMap(function (group) {
          return group.rows.flatMap(function (row) {
            return box_parts(row.box, row.y, at, colour(row.box.name));
          });
        }));
      })]
    };
  };
})();
