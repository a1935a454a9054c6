export const footprint = {
  stage: {
    rawMaterial: '原料取得',
    manufacturing: '製造',
    service: '服務',
    distribution: '配送銷售',
    use: '使用',
    endOfLife: '廢棄處理',
  },
  notEntered: { label: '尚未填', action: '在流程圖上填' },
  dataType: { primary: '一級數據', secondary: '二級數據' },
} as const;
