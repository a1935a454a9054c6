import type { footprintFindings as zhTW } from '../../zh-TW/findings/footprint.ts';

export const footprintFindings = {
  'id.blank': 'This item has no id. Remove it and add it again.',
  'id.duplicate': 'Two items have the id “{{id}}”. Remove one of them and add it again.',
  'reason.missing': 'The reason is missing. Write down why this may be left out.',
  'unit.missing': 'The unit is missing. Choose one from the list.',

  'period.invalid': 'A date of the period is missing or does not exist. Please enter it again.',
  'period.reversed': 'The period ends ({{end}}) before it starts ({{start}}). Exchange the two dates.',
  'period.outside':
    'The data ({{start}} to {{end}}) lie wholly outside the study period ({{studyStart}} to {{studyEnd}}). Use data of the study period.',
  'period.partial':
    'The data ({{start}} to {{end}}) cover only a part of the study period ({{studyStart}} to {{studyEnd}}). Complete them, or explain why they are representative.',

  'stage.illegal': 'This kind of product has no stage “{{stage}}”. Choose another life-cycle stage.',
  'process.outsideBoundary':
    'The stage “{{stage}}” is outside the system boundary ({{business}}). Remove this process, or change the boundary.',
  'process.disconnected':
    'Nothing leads from this process to the product, so it does not count. Connect it or remove it.',
  'process.referenceMissing': 'The main output of this process is not chosen. Choose one of its products.',
  'process.referenceUnknown':
    'The output chosen as the main one is no longer there. Choose one of the products again.',
  'process.referenceNotProduct':
    'The main output must be a product, not an input, a waste or an emission. Choose again.',
  'process.duplicateProduct': 'This process makes the same product twice. Merge the two outputs.',

  'statedUnit.missing':
    'The functional or declared unit is missing. Say first how much product the result is for.',
  'statedUnit.descriptionMissing':
    'The functional unit is not described. Write down what the product does, for how long and how well.',
  'referenceFlow.missing': 'No output is marked as the product. Mark the final output as the product.',
  'referenceFlow.processUnknown':
    'The process marked as the product is no longer there. Mark the product again.',
  'referenceFlow.notProduced':
    'The process does not make the flow marked as the product. Add it as an output, or mark another product.',
  'referenceFlow.notDeclaredUnit':
    'The reference flow comes to {{amount}} {{unit}}, but the declared unit is {{declared}} {{unit}}. Make them equal.',

  'exchange.flowUnknown': 'The material or energy of this line is no longer on the list. Choose it again.',
  'exchange.unlinked':
    'Nothing says where this comes from. Connect a providing process, choose an emission factor, or give the reason for leaving it out.',
  'exchange.secondProvider':
    'Two processes provide this input. Keep one; if two really supply it, split it into two inputs.',
  'exchange.answeredTwice': 'This has two sources at once and would count twice. Keep only one.',
  'exchange.productAnswered':
    'This process makes the product itself, so it takes no factor or source. Remove them.',
  'exchange.avoidedNotProduct':
    'Only a product that goes out can count as avoided production. Clear this option.',

  'link.providerUnknown': 'The process this link starts from is no longer there. Remove the link.',
  'link.processUnknown': 'The process this link leads to is no longer there. Remove the link.',
  'link.exchangeUnknown':
    'The input this link leads to is no longer there. Remove the link, or connect it to another input.',
  'link.flowMismatch':
    'The two ends of this link are not the same material or energy. Connect ends that match.',
  'link.flowNotProvided':
    'The providing process does not make this material or energy. Connect another process, or add the output.',

  'factor.missing': 'No emission factor is chosen. Choose one.',
  'factor.unitMalformed':
    '“{{unit}}” is no unit of an emission factor. Write it like kgCO2e/kg or kgCO2e/kWh.',
  'factor.componentsDoNotAdd':
    'The factor is {{value}}, but its components add up to {{total}}. Check the fossil, biogenic and other parts.',
  'factor.removalPositive': 'The biogenic removal is {{value}}; it must be 0 or negative. Check the sign.',
  'factor.aircraftAboveFossil':
    'Aircraft emissions ({{aircraft}}) exceed fossil emissions ({{fossil}}), of which they are a part. Check both.',
  'factor.boundaryMismatch':
    'A factor with the boundary “{{boundary}}” includes later stages, which would count twice. Choose a cradle-to-gate factor.',
  'factor.gridFactor':
    'A grid factor covers generation alone and is meant for organization inventories. For a product, choose an electricity factor that includes fuel supply.',

  'allocation.missing':
    'This process makes several products, and nothing says how to allocate among them. Choose an allocation basis.',
  'allocation.factorMissing': 'One of the products has no allocation figure. Please add it.',
  'allocation.factorNotProduct': 'An allocation figure is given for an output that is no product. Remove it.',
  'allocation.sharesDoNotAdd': 'The shares add up to {{sum}} instead of 1 (100 %). Adjust them.',
  'allocation.noWeight':
    'All allocation figures are 0, so nothing can be shared out. Enter at least one above 0.',
  'allocation.reasonMissing':
    'Allocating by “{{basis}}” does not follow a physical relation. Write down why it is done so.',
  'allocation.appliesToUnknown':
    'A product this is to be allocated to is not made by the process. Choose the products again.',

  'sealed.sameStudy':
    'This supplier footprint is the result of this very product and would lead back to itself. Use another one.',
  'sealed.boundaryMismatch':
    'This supplier footprint includes use and end of life ({{business}}), which would count twice. Ask the supplier for a cradle-to-gate result.',
  'cascade.studyUnknown': 'The footprint study it relies on cannot be found. Choose it again.',
  'cascade.cycle': 'These studies rely on each other in a circle: {{studies}}. Change one of the references.',

  'solver.loopWithoutFiniteAnswer':
    'In a loop of {{size}} processes that supply each other, more is used up than is made, so there is no result. Check amounts and units along the loop.',
  'solver.loopUndecided':
    'In a loop of {{size}} processes that supply each other, nearly as much is used up as is made, so no reliable result can be given. Check the amounts along the loop.',
  'solver.resultNotFinite': 'The result is too large a number. Check the amounts and units.',

  'change.processUnknown': 'The process to change is no longer there. Choose again.',
  'change.exchangeUnknown': 'The input or output to change is no longer there. Choose again.',
  'change.linkUnknown': 'The link to change is no longer there. Choose again.',
  'change.factorNotUsed': 'This product does not use the factor to be replaced. Choose again.',
  'change.unitsDiffer':
    'The two items have different units ({{from}} and {{to}}), so no amount can move between them. Choose items with the same unit.',
  'change.amountMissing': 'This item has no amount to change in proportion. Enter the amount first.',

  'comparison.functionalUnitDiffers':
    'The functional units differ: one is “{{reference}}”, the other “{{other}}”. Compare results for the same functional unit.',
  'comparison.boundaryDiffers':
    'The system boundaries differ: one is {{reference}}, the other {{other}}. Compare results with the same boundary.',
  'comparison.pcrDiffers':
    'The two results follow different product category rules (PCR) and cannot be compared. Calculate both by the same rules.',
  'comparison.gwpSetDiffers':
    'The sets of global warming potentials differ: one is {{reference}}, the other {{other}}. Calculate both with the same set.',
  'comparison.noBaseline': 'The baseline is 0, so there is no percentage. Choose another baseline.',

  'plausibility.magnitude':
    '{{value}} is about {{ratio}} times the usual value (median {{median}}). Is a unit or a digit wrong? Please check.',
  'plausibility.duplicateSubstance':
    '“{{name}}” is listed twice. Was it entered twice? If so, delete one of the lines.',

  'actualUse.stockExceedsIssued':
    'The stock left ({{remainingStock}}) exceeds what was issued ({{issued}}), so the use would be negative. Check both figures.',
  'balance.noInput': 'Without inputs there is no balance. Enter the amounts of the inputs first.',
  'dataQuality.yearInvalid': '“{{found}}” is no usable year. Enter a year such as 2022.',
  'dataQuality.noWeight':
    'All lines emit 0, so there is no overall data quality. Enter amounts and factors first.',
  'primaryData.noUpstreamEmissions':
    'Upstream emissions are 0, so there is no share of primary data. Enter amounts and factors first.',
  'primaryData.duplicateSupplier': 'The supplier “{{id}}” is listed twice. Keep only one.',
  'verificationBreadth.noEmissions':
    'All lines emit 0, so nothing can be sampled for verification. Enter amounts and factors first.',
  'verificationBreadth.duplicateItem': 'The item “{{id}}” is listed twice. Keep only one.',

  'monteCarlo.drawCountInvalid':
    '“{{draws}}” is no usable number of draws. Enter a whole number of at most {{most}}.',
  'monteCarlo.seedInvalid': '“{{seed}}” is no usable seed. Enter a whole number.',
  'monteCarlo.noAnswer':
    'None of the {{draws}} draws has a result, so the uncertainty cannot be told. Check whether processes that supply each other are too close to using up what they make.',

  'explanation.noPath':
    'On the way from the old to the new result some states have no answer, so the difference cannot be explained. Check the loops of both versions.',
  'explanation.notConverged':
    'The difference could not be split exactly enough, so it is not shown. Compare versions that differ less.',
  'explanation.statedUnitDiffers':
    'The two versions have different units ({{from}} and {{to}}) and cannot be compared. Use the same functional or declared unit.',
} satisfies Record<keyof typeof zhTW, string>;
