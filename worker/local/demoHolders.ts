/** To whom the demo's keys are issued; the people are made up. */
export const demoHolders = {
  admin: '陈敏',
  officer: '周文斌',
  viewer: '韩雪',
  /** By unit id of seeds/roster.json. */
  reporters: {
    bureau: '孙立平',
    binkai: '蒋晓东',
    sanjing: '吴婷',
    longhutang: '沈海燕',
    chunjiang: '潘志强',
    weicun: '徐芳',
    xinqiao: '朱建平',
    menghe: '恽国良',
    xuejia: '王芳',
    luoxi: '高峰',
    xixiashu: '刘倩',
    benniu: '谢永明',
  } as Readonly<Record<string, string>>,
};

/** Of a unit that the demo's roster does not have. */
export const someHolder = '演示人员';
