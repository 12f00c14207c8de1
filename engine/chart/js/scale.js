// Axes of numbers: where they begin and end, and at which round numbers they are marked.
(function () {
  function round_step(rough) {
    var power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10 + 1e-9));
    var steps = [1, 2, 5, 10];
    for (var i = 0; i < steps.length; i++) {
      if (steps[i] * power >= rough * (1 - 1e-9)) {
        return steps[i] * power;
      }
    }
  }

  function decimals_of(step) {
    return Math.max(0, -Math.floor(Math.log(step) / Math.LN10 + 1e-9));
  }

  // Apart, where they are one.
  function apart(low, high, downward) {
    var half = high > low ? 0 : Math.abs(low) / 2 || 1;
    return [downward ? low - half : low, high + half];
  }

  // From `low` to `high`, in about so many steps, both ends round numbers.
  charts.scale = function (low, high, steps) {
    var ends = high > low ? [low, high] : apart(Math.min(0, low), Math.max(0, high), false);
    var step = round_step((ends[1] - ends[0]) / steps);
    var decimals = decimals_of(step);
    var exact = function (value) {
      return Number(value.toFixed(decimals));
    };
    return {
      min: exact(Math.floor(ends[0] / step + 1e-9) * step),
      max: exact(Math.ceil(ends[1] / step - 1e-9) * step),
      step: step,
      decimals: decimals
    };
  };

  function finite(values) {
    return values.filter(function (value) {
      return value !== null;
    });
  }

  // The ends of values, with zero where it is not far away.
  charts.ends = function (values, always_zero) {
    var known = finite(values);
    var low = known.length ? Math.min.apply(null, known) : 0;
    var high = known.length ? Math.max.apply(null, known) : 0;
    var far = !always_zero && high - low > 0 && high - low < 0.25 * Math.max(Math.abs(low), Math.abs(high));
    return far ? [low, high] : [Math.min(0, low), Math.max(0, high)];
  };

  // A scale with room for labels beyond the values: of `before` pixels at the low end and `after` at the high one, on
  // an axis so many pixels long. Its ends are round numbers only where they need no room.
  charts.scale_with_room = function (ends, before, after, length, steps) {
    if (before === 0 && after === 0) {
      return charts.scale(ends[0], ends[1], steps);
    }
    var spread = apart(ends[0], ends[1], before > 0);
    var pixel = (spread[1] - spread[0]) / Math.max(40, length - before - after);
    var low = spread[0] - before * pixel;
    var high = spread[1] + after * pixel;
    var step = round_step((high - low) / steps);
    return {min: low, max: high, step: step, decimals: decimals_of(step)};
  };

  // The round numbers of a scale.
  charts.marks = function (scale) {
    var found = [];
    for (var i = Math.ceil(scale.min / scale.step - 1e-9); i * scale.step <= scale.max + 1e-9 * scale.step; i++) {
      found.push(Number((i * scale.step).toFixed(scale.decimals)));
    }
    return found;
  };

  charts.mark_texts = function (scale, unit) {
    return charts.marks(scale).map(function (value) {
      return charts.number(value, scale.decimals, unit);
    });
  };

  // A scale that lies, from `left` to where its last label still fits into `right`: with as many steps as their labels
  // leave room for, and room beyond the values as above.
  charts.lying_scale = function (ends, before, after, left, right, unit) {
    var half = 0;
    for (var steps = 7; ; steps--) {
      var width = right - left - half;
      var scale = charts.scale_with_room(ends, before, after, width, steps);
      var widest = charts.widest(charts.mark_texts(scale, unit));
      var fits = widest + 14 <= width * scale.step / (scale.max - scale.min);
      if (widest / 2 + 2 <= half && (fits || steps <= 1)) {
        scale.width = width;
        return scale;
      }
      if (widest / 2 + 2 > half) {
        half = widest / 2 + 2;
        steps++;
      }
    }
  };
})();
