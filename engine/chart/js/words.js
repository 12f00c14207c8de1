// Texts and numbers as a chart shows them: how wide they are, where their lines break, how many digits they have.
var charts = {
  font: 12,  // pixels; the one size of all texts
  line: 16,
  ink: '#222222',
  quiet: '#555555'
};

(function () {
  var widths = {};

  function glyph(letter) {
    if (!Object.prototype.hasOwnProperty.call(widths, letter)) {
      var text = new echarts.graphic.Text({style: {text: letter, font: charts.font + 'px sans-serif'}});
      widths[letter] = letter === ' ' ? 0.28 * charts.font : text.getBoundingRect().width;
    }
    return widths[letter];
  }

  // A little more than the letters of most fonts take: which ones the reader has is not known here.
  charts.width = function (text, bold) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) {
      sum += glyph(text.charAt(i));
    }
    return sum * (bold ? 1.1 : 1.04);
  };

  charts.widest = function (texts, bold) {
    return texts.reduce(function (most, text) {
      return Math.max(most, charts.width(text, bold));
    }, 0);
  };

  var ends = '，。、；：？！）》”’」】〉…％%';
  var begins = '（《“‘「【〈';

  // What stays together: a word with the space after it, a Chinese character with the marks that belong to it.
  function pieces(text) {
    var found = [];
    var open = false;  // more may follow on the last piece
    for (var i = 0; i < text.length; i++) {
      var letter = text.charAt(i);
      var wide = text.charCodeAt(i) >= 0x2e80;
      var inside = open === 'next' || (open && !wide);
      var stays = found.length > 0 && (letter === ' ' || ends.indexOf(letter) >= 0 || inside);
      if (stays) {
        found[found.length - 1] += letter;
      } else {
        found.push(letter);
      }
      open = begins.indexOf(letter) >= 0 ? 'next' : !wide && ' -/'.indexOf(letter) < 0;
    }
    return found;
  }

  function trimmed(text) {
    return text.replace(/\s+$/, '');
  }

  // A piece that no line holds, letter by letter.
  function cut(piece, room, bold) {
    return charts.width(trimmed(piece), bold) <= room ? [piece] : piece.split('');
  }

  function greedy(all, room, bold) {
    var lines = [''];
    all.forEach(function (piece) {
      var last = lines[lines.length - 1];
      if (last !== '' && charts.width(trimmed(last + piece), bold) > room) {
        lines.push(piece);
      } else {
        lines[lines.length - 1] = last + piece;
      }
    });
    return lines.map(trimmed);
  }

  // A text in lines no wider than the room, of about the same length.
  charts.wrap = function (text, room, bold) {
    var all = pieces(text).flatMap(function (piece) {
      return cut(piece, room, bold);
    });
    var lines = greedy(all, room, bold);
    var least = Math.max(charts.widest(all.map(trimmed), bold), charts.width(text, bold) / lines.length);
    for (var narrow = least; lines.length > 1 && narrow < room; narrow += 4) {
      var balanced = greedy(all, narrow, bold);
      if (balanced.length === lines.length) {
        return balanced;
      }
    }
    return lines;
  };

  charts.most_lines = function (texts) {
    return texts.reduce(function (most, lines) {
      return Math.max(most, lines.length);
    }, 0);
  };

  // How wide a column must be at least so that no word is cut.
  charts.longest_word = function (text) {
    return charts.widest(pieces(text).map(trimmed));
  };

  // Below zero decimals: rounded to tens, hundreds, ...
  charts.number = function (value, decimals, unit) {
    var coarse = Math.pow(10, Math.max(0, -decimals));
    var parts = (Math.abs(value) / coarse).toFixed(Math.max(0, decimals)).split('.');
    parts[0] = coarse === 1 ? parts[0] : String(Number(parts[0]) * coarse);
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ',');
    var digits = parts.join('.');
    return (value < 0 && /[1-9]/.test(digits) ? '-' : '') + digits + (unit || '');
  };

  // So many that the largest value shows three digits: estimates seldom support more.
  charts.decimals = function (values) {
    var most = values.reduce(function (so_far, value) {
      return Math.max(so_far, Math.abs(value || 0));
    }, 0);
    return most === 0 ? 0 : Math.min(6, 2 - Math.floor(Math.log(most) / Math.LN10 + 1e-9));
  };
})();
