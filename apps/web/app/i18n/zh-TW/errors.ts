export const errors = {
  notFound: {
    title: '找不到這一頁',
    detail: '網址可能打錯了，或是您沒有這筆資料的權限。',
    action: '回到首頁',
  },
  unexpected: {
    title: '這一頁出了狀況',
    detail: '您的資料沒有遺失。請重新整理；若仍然發生，請把下面的編號告訴我們。',
    action: '重新整理',
    reference: '編號 {{requestId}}',
  },
} as const;
