import type { programmeFindings as zhTW } from '../../zh-TW/findings/programme.ts';

export const programmeFindings = {
  'supplierRequest.dueDateMissing': 'The date you would like the answer by is missing. Please fill it in.',
  'supplierRequest.dueDatePast':
    'The due date ({{dueDate}}) has passed. Choose a day from today ({{today}}) on.',
  'supplierRequest.recipientMissing':
    'Nobody is named to receive the request. Enter the supplier’s contact email.',
  'supplierRequest.modeUnknown':
    'Choose what the supplier is to hand in: an inventory sheet, a calculated footprint, or either.',
  'supplierRequest.confidentialityNotOffered':
    'Choose one of the levels of confidentiality that are offered.',
  'supplierRequest.fillerMissing': 'Nobody is named to fill in the answer. Name a person of your firm.',
  'supplierRequest.reviewerMissing': 'Nobody is named to review the answer. Name a person of your firm.',
  'supplierRequest.fillerIsReviewer': 'The same person fills in and reviews. Name somebody else to review.',
  'supplierRequest.notTheFiller':
    'This step is for the person who fills in. Ask that person, or name another.',
  'supplierRequest.notTheReviewer': 'This step is for the reviewer. Ask the reviewer, or name another.',
  'supplierRequest.blockingChecks': 'Places to complete before it can be submitted: {{blockingChecks}}.',
  'supplierRequest.noNewerVersion':
    'No newer version has been approved, so the present one (version {{version}}) stays valid.',

  'target.yearInvalid': '“{{found}}” is no usable year. Enter a year such as 2030.',
  'target.yearsContradict':
    'The target year ({{targetYear}}) must come after the base year ({{baseYear}}). Change one of them.',
  'target.yearRepeated': 'The year {{year}} is entered twice. Keep only one.',
  'target.reportBeforeBase':
    'The year {{year}} is not after the base year ({{baseYear}}), so it shows no result. Enter a later year.',

  'ranking.weightsNotOne': 'The weights add up to {{sum}} instead of 1 (100 %). Adjust them.',
  'ranking.supplierRepeated': 'The supplier “{{id}}” is on the list twice. Keep only one.',
  'ranking.willingnessInvalid':
    'Willingness is a whole number from 1 to 5, but here it is {{found}}. Enter it again.',
  'ranking.countInvalid':
    'The largest number of suppliers to ask must be a whole number, but here it is {{found}}. Enter it again.',
  'ranking.sharesExceedWhole':
    '“{{criterion}}” adds up to {{sum}}, more than the whole. Check the share of each supplier.',
  'ranking.noShares':
    '“{{criterion}}” is 0 for every supplier, so it ranks nobody. Enter the shares, or set its weight to 0.',

  'alliance.leadFirmMissing': 'An alliance needs at least one lead firm. Add one first.',
  'alliance.memberMissing': 'An alliance needs at least one member. Add one first.',
  'alliance.horizonWithoutTarget': 'A target is missing: {{horizon}}. Please set it.',
  'alliance.reviewedThisYear': 'The review of {{lastReviewYear}} is done. The next one is due next year.',

  'release.policyTooWeak':
    'The protection is set to {{found}}; it takes at least {{least}} to hide single members. Raise it.',
  'release.periodReleased': 'The totals of “{{period}}” have been published and cannot be published again.',
  'release.memberRepeated': 'The member “{{id}}” is listed twice. Keep only one.',
  'release.measuresMissing': 'No figures are chosen to be published. Choose at least one.',

  'programme.noSuppliers': 'There are no suppliers to add up yet. Add suppliers first.',
  'programme.supplierRepeated': 'The supplier “{{id}}” is listed twice and would count twice. Keep only one.',

  'savings.noRate':
    'No saving rate is published for “{{tier}}”, so nothing can be estimated. Choose another measure, or enter the electricity actually saved.',

  'offset.methodologyMissing': 'No offset methodology is chosen. Choose one first.',
  'offset.noCredits':
    'Without a reduction there are no credits to apply for. Check the emissions of baseline, project and leakage.',

  'consultation.consultantMissing': 'No consultant is assigned. Assign one first.',
  'consultation.notTheConsultant':
    'This question is for the consultant assigned to it. Ask that person, or assign another.',
  'consultation.answerMissing': 'The answer is not written yet. Write it before sending.',

  'guidance.teamIncomplete': 'The guidance team still lacks somebody: {{role}}. Add one.',
  'guidance.visitMissing': 'No visit to the site is recorded. Record one first.',
  'guidance.reportMissing': 'There is no guidance report yet. Upload it first.',

  'matching.notAgreed': 'One side has not agreed yet: {{side}}. Go on once both have agreed.',

  'training.capacityInvalid':
    'The number of seats must be a whole number above 0, but here it is {{found}}. Enter it again.',
  'training.alreadyRegistered': 'This person is already registered. Nothing more to do.',
  'training.registrationClosed': 'Registration has closed. Have a look at the other sessions.',
  'training.noSeatFree': 'No seat is free. Join the waiting list first.',
  'training.notFirstInLine':
    'People before this one on the waiting list: {{waitingBefore}}. Take them in order.',
  'training.notBegun': 'The session has not begun yet ({{beginsAt}}). Record attendance once it has.',
  'training.instantInvalid': '“{{found}}” is no usable time. Enter the time of the session again.',
} satisfies Record<keyof typeof zhTW, string>;
