import type { ServiceErrorCode } from '@slipstream/services';

/** One sentence for every way the product refuses. */
export const refusals = {
  notFound: '找不到這筆資料，或是您沒有它的權限。',
  permissionDenied: '您的角色不能做這件事。請找貴組織的管理者。',
  notSignedIn: '請先登入。',
  conflict: '這筆資料剛被別人改過。請重新載入，再做一次。',
  refused: '還有地方要修正：',
  tooManyAttempts: '試了太多次。請在 {{retryAfterSeconds}} 秒後再試。',
  signInFailed: '電子郵件或密碼不對。',
  linkInvalid: '這個連結已經用過、過期，或被新的連結取代。請再要一次。',
  signInToAccept: '這個電子郵件已經有帳號。請先登入，再接受邀請。',
  invitedSomebodyElse: '這份邀請寄給另一個電子郵件。請登出後，用受邀的帳號登入。',
  passwordTooShort: '密碼至少要 {{shortest}} 個字。',
  passwordTooLong: '密碼最多 {{longest}} 個字。',
  passwordIsEmail: '密碼不能就是您的電子郵件。',
  lastOwner: '組織至少要有一位擁有者。',
  emailTaken: '這個電子郵件已經是成員。',
  fileTooLarge: '檔案太大，上限是 {{megabytes}} MB。請刪掉用不到的部分，或分成幾個檔案。',
} as const satisfies Record<ServiceErrorCode, string>;
