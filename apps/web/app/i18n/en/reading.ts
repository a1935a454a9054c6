import type { Messages } from '../messages.ts';

export const reading = {
  balanceKind: { mass: 'Mass balance', energy: 'Energy balance' },
  balanceDirection: {
    inputExceedsOutput: 'More goes in than comes out',
    outputExceedsInput: 'More comes out than goes in',
    equal: 'What goes in comes out',
  },
  balanceQuestion: {
    missedOrEnteredTwice: 'Was something left out, or entered twice?',
    wrongUnit: 'Is a unit wrong, such as grams entered as kilograms?',
    unsuitableAllocation: 'Does the way of allocating suit this process?',
    reusedMaterialAsSingleUse: 'Is a material that is used again counted as new each time?',
    calculatedFromComposition: 'Was an amount worked out from the composition instead of weighed?',
    differentPeriods: 'Do inputs and outputs cover the same period?',
  },
  changeCategory: {
    volume: 'Production volume',
    mix: 'Mix of suppliers and materials',
    activityIntensity: 'Amount used per unit',
    supplierFootprint: 'Suppliers’ footprints',
    dataType: 'Measured instead of estimated data, or the reverse',
    factorEdition: 'New edition of factors',
    gwpSet: 'New set of global warming potentials',
    allocation: 'Way of allocating',
    boundary: 'System boundary',
  },
  nextStep: {
    askSupplier: 'Ask the supplier for its own data',
    measureActivity: 'Measure the amount',
    improveFactor: 'Find a closer emission factor',
  },
  suppressionReason: {
    tooFewMembers: 'So few members that the figure would show who they are.',
    dominated: 'One or two members make up most of it, so the figure would show theirs.',
    differencing: 'Subtracted from a published figure, it would show single members.',
    solvable: 'Together with published figures, it would let somebody work out one member’s figure.',
    complementary: 'It would let somebody work out the hidden figure beside it.',
  },
} satisfies Messages['reading'];
