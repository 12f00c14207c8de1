// A chart as JSON into an SVG. What ECharts would have drawn on a page is written out here, so that the text holds
// nothing but shapes: no style sheet, no ids, no scripts.
var draw = (function () {
  var family = "'Noto Sans CJK SC','Microsoft YaHei','SimHei',sans-serif";
  var kept = ['x', 'y', 'd', 'points', 'width', 'height', 'cx', 'cy', 'r', 'transform', 'fill', 'stroke',
    'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'text-anchor', 'font-weight', 'xml:space'];

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;');
  }

  // Programs disagree on `dominant-baseline`; all know where a line of text stands.
  function as_text(attributes) {
    attributes.y = Math.round(((attributes.y || 0) + 0.35 * charts.font) * 10) / 10;
    attributes.x = Math.round((attributes.x || 0) * 10) / 10;
    if (/bold/.test(attributes.style)) {
      attributes['font-weight'] = 'bold';
    }
    return attributes;
  }

  function unseen(node) {
    return node.tag === 'rect' && node.attrs.fill === 'none' && node.attrs.stroke === undefined;
  }

  // The rectangles that ECharts clips lines with, and the groups that refer to them: nothing is drawn beyond its axes.
  function only_clips(node) {
    return node.tag === 'defs' && node.children.every(function (child) {
      return child.tag === 'clipPath';
    });
  }

  function written(node) {
    if (unseen(node) || only_clips(node)) {
      return '';
    }
    if (node.tag === 'g') {
      return node.children.map(written).join('');
    }
    if (['path', 'polygon', 'polyline', 'rect', 'circle', 'text'].indexOf(node.tag) < 0) {
      throw new Error('a chart holds more than shapes: ' + node.tag);
    }
    var attributes = node.tag === 'text' ? as_text(node.attrs) : node.attrs;
    var list = kept.filter(function (name) {
      return attributes[name] !== undefined && attributes[name] !== null && attributes[name] !== false;
    }).map(function (name) {
      return ' ' + name + '="' + escaped(attributes[name]) + '"';
    }).join('');
    return '<' + node.tag + list + (node.text ? '>' + escaped(node.text) + '</' + node.tag + '>\n' : '/>\n');
  }

  return function (json, width, height) {
    var chart = JSON.parse(json);
    var made = charts[chart.kind](chart, {width: width, height: height});
    var tall = Math.ceil(made.height);
    var shown = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: tall});
    shown.setOption({
      animation: false,
      textStyle: {fontFamily: 'sans-serif', fontSize: charts.font},
      graphic: made.parts,
      grid: made.grid,
      xAxis: made.xAxis,
      yAxis: made.yAxis,
      series: made.series
    });
    var page = shown.getZr().painter.renderToVNode({animation: false, emphasis: false, compress: true});
    var shapes = page.children.map(written).join('');
    shown.dispose();
    return '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + tall +
      '" viewBox="0 0 ' + width + ' ' + tall + '">\n<g font-family="' + family + '" font-size="' + charts.font +
      '">\n' + shapes + '</g>\n</svg>\n';
  };
})();
