/** One series of a chart; references are absolute, sheet name included. */
export interface ChartSeries {
  readonly kind: "bar" | "line";
  readonly name: string;
  readonly values: string;
  /** RGB without `#`. */
  readonly color: string;
}

export interface ChartSpec {
  readonly title: string;
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  readonly axisTitle: string;
  /** Number format of the value axis and the labels. */
  readonly format: string;
  /** Where the chart stands on its sheet: 0-based, from the upper left to the lower right cell. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

const face = `<a:latin typeface="宋体"/><a:ea typeface="宋体"/>`;

/**
 * A `c:chartSpace` part. No values are cached: the cells are the only copy, so
 * that filling them leaves nothing stale behind.
 */
export function chartXml(chart: ChartSpec): string {
  const part = (kind: "bar" | "line"): string => {
    const series = chart.series
      .map((one, index) => ({ one, index }))
      .filter(({ one }) => one.kind === kind)
      .map(({ one, index }) => seriesXml(chart, one, index))
      .join("");
    if (series === "") return "";
    return kind === "bar"
      ? `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/><c:axId val="50010"/><c:axId val="50020"/></c:barChart>`
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="50010"/><c:axId val="50020"/></c:lineChart>`;
  };
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>` +
    titleXml(chart.title, 1400, false) +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    part("bar") +
    part("line") +
    `<c:catAx><c:axId val="50010"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineXml("808080")}<c:crossAx val="50020"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="50020"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>${lineXml("D9D9D9")}</c:majorGridlines>${titleXml(chart.axisTitle, 1000, true)}<c:numFmt formatCode="${escapeXml(chart.format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${lineXml("808080")}<c:crossAx val="50010"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>` +
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000">${face}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>` +
    `<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`
  );
}

function seriesXml(
  chart: ChartSpec,
  series: ChartSeries,
  index: number,
): string {
  const name = `<c:idx val="${String(index)}"/><c:order val="${String(index)}"/><c:tx><c:strRef><c:f>${escapeXml(series.name)}</c:f></c:strRef></c:tx>`;
  const data = `<c:cat><c:strRef><c:f>${escapeXml(chart.categories)}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${escapeXml(series.values)}</c:f></c:numRef></c:val>`;
  if (series.kind === "line")
    return `<c:ser>${name}<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="${series.color}"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/></c:marker>${data}<c:smooth val="0"/></c:ser>`;
  return `<c:ser>${name}<c:spPr><a:solidFill><a:srgbClr val="${series.color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="${escapeXml(chart.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>${data}</c:ser>`;
}

function titleXml(text: string, size: number, upright: boolean): string {
  const body = upright
    ? `<a:bodyPr rot="-5400000" vert="horz"/>`
    : `<a:bodyPr/>`;
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${String(size)}" b="${upright ? "0" : "1"}">${face}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" sz="${String(size)}" b="${upright ? "0" : "1"}">${face}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function lineXml(color: string): string {
  return `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;
}

/** A drawing part that holds the charts of one sheet; the chart `n` (from 1) has the relationship `rIdn`. */
export function drawingXml(charts: readonly ChartSpec[]): string {
  const anchors = charts
    .map(
      (chart, index) =>
        `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${markerXml(chart.from)}</xdr:from><xdr:to>${markerXml(chart.to, inset)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(index + 2)}" name="图表 ${String(index + 1)}" descr="${escapeXml(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId${String(index + 1)}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors}</xdr:wsDr>`;
}

/** How far, in EMU, the lower right corner reaches into its cell. */
const inset = 600000;

function markerXml(
  at: { readonly row: number; readonly column: number },
  columnOffset = 0,
): string {
  return `<xdr:col>${String(at.column)}</xdr:col><xdr:colOff>${String(columnOffset)}</xdr:colOff><xdr:row>${String(at.row)}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
