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

  // From `low` to `high`, in about so many steps, ends included.
  charts.scale = function (low, high, steps) {
    if (!(high > low)) {
      var half = Math.abs(low) / 2;
      low = low > 0 ? 0 : low - half;
      high = high < 0 ? 0 : high + (half || 1);
    }
    var step = round_step((high - low) / steps);
    var decimals = Math.max(0, -Math.floor(Math.log(step) / Math.LN10 + 1e-9));
    var exact = function (value) {
      return Number(value.toFixed(decimals));
    };
    return {
      min: exact(Math.floor(low / step + 1e-9) * step),
      max: exact(Math.ceil(high / step - 1e-9) * step),
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

  // A scale with room for labels beyond the values: of `before` pixels at the low end and `after` at the high one, on an
  // axis so many pixels long.
  charts.scale_with_room = function (ends, before, after, length, steps) {
    var low = ends[0];
    var high = ends[1];
    var scale = charts.scale(low, high, steps);
    for (var i = 0; i < 60; i++) {
      var unit = (scale.max - scale.min) / length;
      var short_low = before * unit - (ends[0] - scale.min);
      var short_high = after * unit - (scale.max - ends[1]);
      if (short_low <= 0 && short_high <= 0) {
        break;
      }
      low -= Math.max(0, short_low);
      high += Math.max(0, short_high);
      scale = charts.scale(low, high, steps);
    }
    return scale;
  };

  charts.marks = function (scale) {
    var found = [];
    for (var i = 0; scale.min + i * scale.step <= scale.max + scale.step / 2; i++) {
      found.push(Number((scale.min + i * scale.step).toFixed(scale.decimals)));
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
