/** Looks a made cell can have. */
export const cellStyles = [
  'plain',
  'title',
  'note',
  'header',
  'requiredHeader',
  'text',
  'textKept',
  'number',
  'percent',
  'date',
] as const;
export type CellStyle = (typeof cellStyles)[number];

const font = (size: number, bold = '', color = '') =>
  `<font>${bold}<sz val="${size}"/>${color}<name val="Microsoft JhengHei"/><family val="2"/></font>`;
const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const xf = (font: number, fill: number, border: number, format: number, extra = '', inside = wrapped) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"${extra}>${inside}</xf>`;

/** Index of each style among the cell formats below. `textKept` shows a leading `=` or `+` as text, also on editing. */
const formats: Readonly<Record<CellStyle, string>> = {
  plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  title: xf(1, 0, 0, 0, '', '<alignment vertical="center"/>'),
  note: xf(2, 0, 0, 0),
  header: xf(3, 2, 1, 0),
  requiredHeader: xf(3, 3, 1, 0),
  text: xf(0, 0, 1, 49),
  textKept: xf(0, 0, 1, 49, ' quotePrefix="1"'),
  number: xf(0, 0, 1, 164),
  percent: xf(0, 0, 1, 10),
  date: xf(0, 0, 1, 165),
};

/** The styles part of every workbook made here. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.##########"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4">${font(11)}${font(16, '<b/>')}${font(10, '', '<color rgb="FF5A6472"/>')}${font(11, '<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E8EDF2')}${fill('FCE9CF')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFD0D7DE"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellStyles.length}">${cellStyles.map((style) => formats[style]).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
