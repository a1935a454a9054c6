import type { transitionFindingCodes } from '@slipstream/state-machine';

/** Sentences about steps that cannot be taken. */
export const stateMachineFindings = {
  'transition.unknownState': '這筆資料的狀態讀不出來，這一步沒有做。請重新載入再試。',
  'transition.notAllowed': '現在的狀態不能做這一步。請重新載入，看看是不是已經有人處理了。',
  'transition.actorNotAllowed': '您的角色不能做這一步。請找負責的人。',
  'transition.actorMissing': '不知道是誰要做這一步。請重新登入再試。',
  'transition.instantInvalid': '系統時間讀不出來，這一步沒有做。請稍後再試。',
  'transition.commentMissing': '請寫下原因，讓對方知道為什麼。',
} satisfies Record<(typeof transitionFindingCodes)[number], string>;
