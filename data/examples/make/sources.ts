/** Where the published figures were read; printed at the foot of the sheets. */
export const sources = {
  /** A rewritten copy: figures stand, wording does not. */
  feedback2020:
    "数据来源：《山西省贯彻落实中央生态环境保护督察“回头看”及大气污染防治专项督察反馈意见整改情况》（网页转载稿 sxbeiying.com/sxxw/262.html，措辞经改写，以数字为准）",
  gongre: "gongre360.com/news/202002/05/9879.html（2020-02-05）",
  dynamics:
    "数据来源：山西省生态环境厅网站《硬举措强管控 推动环境质量持续改善》（2022-06-22，索引号 000014349/2022-32025）",
  jincheng:
    "数据来源：全市大气环境问题整改攻坚行动动员部署会议报道（5月29日；年份由实施期“2018年5月至11月”推得）",
  jinxiang: "数据来源：金乡县环境保护“百日攻坚”行动工作简报第6期（2017-08-22）",
  xinzhou:
    "数据来源：忻州市各县（市、区）环境空气质量综合指数公开数据（2020年11月，实况数据）",
} as const;

/** The mark of sheets whose figures nobody published. */
export const illustrative =
  "（示意数据：仅供演示和测试，不是公布数据，不得引用）";
