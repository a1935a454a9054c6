/** The organizations that are there from the first day; suppliers join by the invitations of their customers. */
export const founders = [
  {
    kind: 'leadFirm',
    name: '澄鋁工業',
    nameEnglish: 'Chenglu Aluminium',
    taxNumber: '80000001',
    owner: { email: 'lead@chenglu.example', name: '林雅婷' },
  },
  {
    kind: 'leadFirm',
    name: '穗原機械',
    nameEnglish: 'Suiyuan Machinery',
    taxNumber: '80000002',
    owner: { email: 'lead@suiyuan.example', name: '陳冠宇' },
  },
  {
    kind: 'association',
    name: '綠色金屬協會',
    nameEnglish: 'Green Metal Association',
    taxNumber: '80000003',
    owner: { email: 'officer@greenmetal.example', name: '黃美惠' },
  },
] as const;
