import type {
  AmountFindingCode,
  DateFindingCode,
  GasFindingCode,
  PactUnitFindingCode,
  RefrigerantFindingCode,
  UnitFindingCode,
  UnitTextFindingCode,
  ValueFindingCode,
} from '@slipstream/quantity';

type Code =
  | AmountFindingCode
  | DateFindingCode
  | GasFindingCode
  | PactUnitFindingCode
  | RefrigerantFindingCode
  | UnitFindingCode
  | UnitTextFindingCode
  | ValueFindingCode;

/** Sentences about single amounts, dates, units and gases. */
export const quantityFindings = {
  'amount.unreadable': '「{{typed}}」看不出是多少。請只填數字，例如 1,250；說明請寫在備註。',
  'amount.ambiguousSeparator': '「{{typed}}」的逗號或小數點看不出意思。請寫成 1234.5 或 1,234.5。',
  'amount.range': '「{{typed}}」是一個範圍。請填一個實際的數字。',
  'amount.bound': '「{{typed}}」只說了上限或下限。請填實際的數字。',
  'amount.spreadsheetError': '這一格是試算表的錯誤值「{{typed}}」。請修正公式，或直接填數字。',
  'amount.outOfRange': '「{{typed}}」大得或小得不合理。請檢查位數和單位。',
  'amount.approximate': '「{{typed}}」是約略的數字，先照這個數字計算。有實際數字時請改填。',
  'amount.negativeInBrackets': '括號裡的「{{typed}}」當作負數，對嗎？不是負數的話，請拿掉括號。',

  'date.absent': '日期還沒有填，請補上。',
  'date.unreadable': '看不懂日期「{{typed}}」。請寫成 111/3/8 或 2022-03-08。',
  'date.ambiguous': '「{{typed}}」看不出年、月、日的順序。請先寫年，例如 111/3/8 或 2022-03-08。',
  'date.impossible': '沒有「{{typed}}」這個日期。請檢查年、月、日。',
  'date.outOfRange': '「{{typed}}」的年份不合理。請填民國年（如 111）或西元年（如 2022）。',
  'date.dayMissing': '「{{typed}}」只有年和月。請補上是哪一日。',
  'date.yearAssumedRoc': '「{{typed}}」的年份當作民國年，對嗎？不是的話，請寫四位數的西元年。',
  'date.notInRocCalendar': '這個年份不是民國年。請寫成民國 111 年，或拿掉「民國」改寫西元 2022 年。',
  'date.notIso': '這個日期沒有填，或不存在。請重新填一次。',
  'date.periodReversed': '結束日（{{end}}）早於開始日（{{start}}）。兩個日期是不是填反了？請對調。',

  'unit.absent': '單位還沒有填。請從清單選一個。',
  'unit.unknown': '看不懂單位「{{unit}}」。請改用常見的單位，例如 kg、kWh、m³、件。',
  'unit.ambiguous': '單位「{{typed}}」可能是 {{alternatives}}。請改寫成您要的那一個。',
  'unit.ambiguous_question': '單位「{{typed}}」先當作「{{reading}}」，對嗎？不對的話，請改寫成確切的單位。',
  'unit.mediumRequired': '「{{unit}}」是電的度數，還是水或瓦斯的度數？電請寫 kWh，水和瓦斯請寫 m³。',
  'unit.containerCounted': '一「{{typed}}」先算成 1 件，對嗎？要算裡面的東西時，請改填件數或公斤。',
  'unit.emissionUnknown': '看不懂係數的單位「{{typed}}」。請寫成 kgCO2e/kg 或 kgCO2e/kWh 的形式。',
  'unit.incompatible': '「{{from}}」不能換算成「{{to}}」。請檢查單位，或改選單位相符的排放係數。',
  'unit.densityRequired': '體積和重量要換算，還缺密度。請填每公升幾公斤。',
  'unit.densityInvalid': '密度要大於 0。請填每公升幾公斤。',
  'unit.pieceMassRequired': '件數和重量要換算，還缺每件的重量。請填每件幾公斤。',
  'unit.pieceMassInvalid': '每件的重量要大於 0。請填每件幾公斤。',
  'unit.valueNotFinite': '數量不是數字，無法換算單位。請只填數字。',
  'unit.resultOutOfRange': '{{value}} {{from}} 換算成 {{to}} 後，數字大得或小得無法表示。請檢查數量和單位。',
  'unit.noPactUnit': '單位「{{unit}}」沒有對應的 PACT 宣告單位。請改以重量、體積、能量或件數宣告。',

  'value.absent': '這一格還沒有填，請補上。',
  'value.notNumeric': '「{{value}}」不是數字。請只填數字。',
  'value.outOfDomain': '{{value}} 不在可以填的範圍{{allowed}}。請檢查數字和單位。',
  'value.unknownChoice': '這裡選的項目不在清單裡。請重新選一個。',
  'value.tooLarge': '算出來的數字大得無法表示。是不是多打了幾個零，或選錯單位？請檢查數量和單位。',

  'gas.unknown': '不認得氣體「{{gas}}」。請檢查名稱，例如 CH4、R-410A。',
  'gas.gwpMissing': '{{gwpSet}} 沒有「{{gas}}」的全球暖化潛勢。請改用有這種氣體的版本。',
  'gas.blendNotWhole': '混合氣體各成分的比例加起來是 {{sum}}，應該是 1。請檢查每個成分。',

  'refrigerant.cfcEnded': '「{{refrigerant}}」是氟氯碳化物（CFC），已經停產。請規劃汰換使用它的設備。',
  'refrigerant.usChillerBan':
    '美國自 2024 年起，新的冰水主機不得填充「{{refrigerant}}」。設備要銷往美國的話，請改用其他冷媒。',
} satisfies Record<Code | 'unit.ambiguous_question', string>;
