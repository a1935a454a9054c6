import type { servicesFindings as zhTW } from '../../zh-TW/findings/services.ts';

export const servicesFindings = {
  'alliance.nameMissing': 'Enter the name of the organization.',
  'alliance.emailInvalid': '“{{found}}” is not an e-mail address. Please check it.',
  'supplierRequest.nothingToAsk':
    'There are no parts of “{{supplier}}” to ask about yet. Choose parts from the bill of materials first.',
  'supplierRequest.contactEmailMissing':
    '“{{supplier}}” has no account yet. Enter its contact email to send the invitation.',
  'supplierRequest.remindedToday':
    'This supplier was reminded today already. You can remind it again tomorrow.',
  'supplierRequest.nobodyToRemind':
    'This supplier has no account and its invitation was taken back, so there is nobody to remind. Invite it again first.',
  'supplierRequest.reviewerMissing': 'Nobody else is to review it yet. Name a colleague as reviewer first.',
  'supplierRequest.answersMissing':
    'Some items have no answer yet, or something to fix. Complete them before asking for a review.',
  'supplierRequest.reviewAskedLately':
    'The reviewer was mailed within the last hour already. Please wait before mailing again.',
  'supplierRequest.recipientUnknown': 'The chosen recipient is not a member of your firm. Choose again.',

  'answer.noLines':
    'There are no lines in the inventory sheet. Fill in what is used, such as materials and energy, and upload it again.',
  'answer.periodMissing': 'The period of the data is missing. Fill it in, such as 2024-01-01~2024-12-31.',
  'answer.productionMissing':
    'The production of the period is missing. Enter its amount and unit, so that the footprint of 1 {{unit}} can be calculated.',
  'answer.declaredUnitMismatch':
    'The production is in “{{found}}”, but the customer asks for 1 “{{expected}}”. Use a unit that converts, or enter the mass of one piece.',
  'answer.stageMissing': 'The life-cycle stage of “{{name}}” is missing. Choose one.',
  'answer.stageOutsideBoundary':
    '“{{name}}” comes after the gate, and this footprint ends there. Change its stage, or mark it as not applicable.',
  'answer.amountMissing':
    'The amount of “{{name}}” is missing. Fill it in; if it was not used, mark it as not applicable.',
  'answer.unitMissing': 'The unit of “{{name}}” is missing. Fill it in, such as kg or kWh.',
  'answer.factorMissing': '“{{name}}” has no emission factor. Enter the factor and its unit.',
  'answer.unitsDoNotConvert':
    'The unit of “{{name}}” cannot be converted to the unit of its factor. Check both and make them alike, for example kWh and kWh, or kg and kg.',
  'answer.transportNotCounted':
    'The amount of “{{name}}” is no mass, so its transport was not counted. To count it, enter the mass.',
  'answer.notCalculated': 'These figures have no result. Check the amount and the unit.',

  'enteredFootprint.valueMissing': 'Enter the footprint as a number, such as 1.25.',
  'enteredFootprint.boundaryMissing':
    'What the footprint covers is not chosen. Choose whether it ends at the gate or at the end of life.',
  'enteredFootprint.periodUnreadable':
    'The period “{{found}}” cannot be read. Write it like 2024-01-01~2024-12-31.',
  'enteredFootprint.scoreOutOfRange':
    'The data-quality score lies between 1 and 5. Enter it again, or leave it blank if you do not know.',
  'enteredFootprint.shareOutOfRange':
    'The share of primary data lies between 0 and 100. Enter it again, or leave it blank if you do not know.',

  'target.unitUnexpected':
    'The unit “{{found}}” does not fit here. Enter a reduction in %, emissions in tonnes (tCO2e).',
  'bom.declaredUnitAssumed':
    'No declared unit is given for “{{product}}”; one piece is taken. Right? If not, change it beside the product above.',
  'bom.productNamedAfterFile':
    'The file does not name its product, so it goes by the name of the file, “{{product}}”. To renew a product that is here already, write “Product name:” and its name above the table and import the file again.',
  'bom.declaredUnitKept':
    'The file says per {{found}}, but somebody has changed the diagram of “{{product}}”, so it stays per {{amount}} {{unit}}. Change it on the product page if you want to.',
  'declaredUnit.unreadable':
    'The declared unit “{{found}}” cannot be read. Write a number and a unit, such as 1 tonne, 1000 kg or 1 piece.',
  'declaredUnit.notConvertible':
    'What the diagram makes is counted in {{expected}}, which does not convert to {{unit}}. Say that the amounts were for this much all along, or use a unit that converts.',
  'bom.tooManyLines':
    'The bill of materials has {{found}} rows, but at most {{limit}} can be read. Split it into several files and upload them.',
  'bom.tooManyLinesOfProduct':
    '“{{product}}” has {{found}} rows, but a product can have at most {{limit}}. Upload its assemblies as products of their own.',
  'import.columnTwice':
    'On the sheet “{{sheet}}” more than one column ({{columns}}) is taken as “{{field}}”. Keep one and take the others as something else, or as not used.',
  'import.columnNameMissing':
    'On the sheet “{{sheet}}” nothing says what each row is. Choose the column with the names or the part numbers.',
  'import.cancelled':
    'Somebody cancelled this import and nothing was stored. Upload the file again to import it.',
  'import.failed':
    'Something failed on our side: this file could not be processed and nothing of it was stored. The file is not at fault. Upload it again in a few minutes.',
  'reading.tookTooLong':
    'After {{seconds}} seconds the file was still not read, so reading was stopped. Delete sheets and formats you do not need, and upload it again.',
  'reading.neededTooMuch':
    'There is too much in this file to be read. Keep only the sheets you need, and upload it again.',
} satisfies Record<keyof typeof zhTW, string>;
