import type { quantityFindings as zhTW } from '../../zh-TW/findings/quantity.ts';

export const quantityFindings = {
  'amount.unreadable':
    '“{{typed}}” is no amount. Enter a number such as 1,250, and put explanations in the remark.',
  'amount.ambiguousSeparator':
    'The comma or point in “{{typed}}” can be read in two ways. Write 1234.5 or 1,234.5.',
  'amount.range': '“{{typed}}” is a range. Enter one actual number.',
  'amount.bound': '“{{typed}}” only says at most or at least. Enter the actual number.',
  'amount.spreadsheetError':
    'The cell holds the spreadsheet error “{{typed}}”. Correct its formula, or enter the number.',
  'amount.outOfRange': '“{{typed}}” is too large or too small to be right. Check the digits and the unit.',
  'amount.approximate':
    '“{{typed}}” is approximate; it is used as it is. Enter the actual number once you have it.',
  'amount.negativeInBrackets':
    '“{{typed}}” in brackets is taken as a negative number. Right? If not, remove the brackets.',

  'date.absent': 'The date is missing. Please fill it in.',
  'date.unreadable': '“{{typed}}” is no date. Write 2022-03-08 or 111/3/8.',
  'date.ambiguous':
    'Year, month and day of “{{typed}}” cannot be told apart. Put the year first: 2022-03-08 or 111/3/8.',
  'date.impossible': 'There is no date “{{typed}}”. Check the year, month and day.',
  'date.outOfRange': 'The year of “{{typed}}” cannot be right. Enter a year such as 2022, or ROC 111.',
  'date.dayMissing': '“{{typed}}” has a year and a month only. Add the day.',
  'date.yearAssumedRoc':
    'The year of “{{typed}}” is taken as a year of the ROC calendar. Right? If not, write the year with four digits.',
  'date.notInRocCalendar':
    'This is no year of the ROC calendar. Write ROC 111, or leave out “ROC” and write 2022.',
  'date.notIso': 'This date is missing or does not exist. Please enter it again.',
  'date.periodReversed':
    'The last day ({{end}}) is before the first day ({{start}}). Were they swapped? Exchange them.',

  'unit.absent': 'The unit is missing. Choose one from the list.',
  'unit.unknown': 'The unit “{{unit}}” is not known. Use a common one, such as kg, kWh, m³ or pieces.',
  'unit.ambiguous': 'The unit “{{typed}}” can mean {{alternatives}}. Write the one you mean.',
  'unit.ambiguous_question':
    'The unit “{{typed}}” is taken as “{{reading}}”. Right? If not, write the exact unit.',
  'unit.mediumRequired':
    'Does “{{unit}}” count electricity, or water or gas? Write kWh for electricity, m³ for water and gas.',
  'unit.containerCounted':
    'One “{{typed}}” is counted as 1 piece. Right? To count what is inside, enter pieces or kilograms.',
  'unit.emissionUnknown':
    '“{{typed}}” is no unit of an emission factor. Write it like kgCO2e/kg or kgCO2e/kWh.',
  'unit.incompatible':
    '“{{from}}” cannot be converted to “{{to}}”. Check the unit, or choose an emission factor whose unit fits.',
  'unit.densityRequired':
    'Converting between volume and mass needs the density. Enter the kilograms of one litre.',
  'unit.densityInvalid': 'The density must be above 0. Enter the kilograms of one litre.',
  'unit.pieceMassRequired':
    'Converting between pieces and mass needs the mass of one piece. Enter the kilograms of one piece.',
  'unit.pieceMassInvalid': 'The mass of one piece must be above 0. Enter the kilograms of one piece.',
  'unit.valueNotFinite': 'The amount is no number, so its unit cannot be converted. Enter a number.',
  'unit.resultOutOfRange':
    '{{value}} {{from}} becomes too large or too small a number in {{to}}. Check the amount and the unit.',
  'unit.noPactUnit':
    'The unit “{{unit}}” has no declared unit in PACT. Declare a mass, volume, energy or number of pieces instead.',

  'value.absent': 'Nothing is filled in here yet. Please complete it.',
  'value.notNumeric': '“{{value}}” is no number. Enter a number.',
  'value.outOfDomain': '{{value}} is outside what can be entered{{allowed}}. Check the number and its unit.',
  'value.unknownChoice': 'What is chosen here is not on the list. Please choose again.',
  'value.tooLarge':
    'The result is too large a number. Were zeros added, or the wrong unit chosen? Check the amount and the unit.',

  'gas.unknown': 'The gas “{{gas}}” is not known. Check its name, for example CH4 or R-410A.',
  'gas.gwpMissing':
    '{{gwpSet}} gives no global warming potential for “{{gas}}”. Use an edition that has this gas.',
  'gas.blendNotWhole': 'The shares of the blend add up to {{sum}} instead of 1. Check each component.',

  'refrigerant.cfcEnded':
    '“{{refrigerant}}” is a CFC and no longer produced. Plan to replace the equipment that uses it.',
  'refrigerant.usChillerBan':
    'In the United States, new chillers may not be filled with “{{refrigerant}}” from 2024 on. For machines sold there, choose another refrigerant.',
} satisfies Record<keyof typeof zhTW, string>;
