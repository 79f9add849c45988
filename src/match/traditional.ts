/**
 * Traditional characters and their simplified forms, pair by pair, for the
 * characters this field uses. Generated once with OpenCC's `t2s` table; a
 * character that simplified text uses too (乾, 著) is left out.
 */
const pairs =
  "並并亂乱佈布佔占併并來来侷局係系個个們们偽伪傑杰備备傢家傳传僞伪價价億亿儘尽償偿優优內内兩两冊册別别則则剋克創创劃划劉刘劍剑動动" +
  "務务勝胜勢势匯汇區区協协卽即厲厉參参呂吕員员唸念問问啓启啟启喪丧喬乔單单噸吨噹当嚮向嚴严囌苏國国圍围園园圖图埰采執执堅坚堯尧報报" +
  "場场塵尘壓压壞坏壯壮壺壶壽寿奧奥奬奖婁娄孫孙學学寀采實实寧宁審审寫写將将專专尋寻對对導导屆届層层屬属岡冈峯峰峽峡嵐岚嶺岭帶带幷并" +
  "幹干庫库廠厂廢废廣广廳厅強强彆别彈弹彙汇彿佛徑径從从復复徹彻恆恒態态應应懲惩懷怀懾慑戰战戶户拋抛捨舍捲卷掃扫掛挂採采揚扬換换揮挥" +
  "損损摳抠擊击擔担據据擬拟擾扰攤摊敎教數数斬斩斷断旣既昇升時时晉晋曏向書书會会朮术東东査查條条棄弃楊杨業业極极榦干榮荣構构樂乐樑梁" +
  "樓楼標标樹树機机橫横檔档檢检檯台權权歸归氣气汙污決决沒没沖冲況况泝溯洩泄減减測测渾浑準准溝沟溫温滙汇滯滞滲渗滿满漢汉潔洁澤泽濃浓" +
  "濟济濾滤瀏浏災灾為为無无煉炼煙烟煩烦燒烧爐炉爭争爲为牽牵狀状獎奖獲获獻献現现環环產产産产異异當当疊叠痾疴療疗發发盡尽監监眞真眾众" +
  "確确碼码磚砖礎础礦矿祕秘禦御稈秆種种稱称穀谷積积穩稳穫获窯窑箇个節节範范簡简簽签籌筹籠笼籤签糾纠紀纪約约紅红納纳級级細细終终組组" +
  "結结絕绝絡络給给統统絲丝絳绛絶绝經经綜综綠绿綫线維维綱纲網网緊紧緑绿線线締缔編编練练緻致縣县縫缝總总織织繞绕繫系繼继續续纍累罰罚" +
  "羣群義义習习聞闻聯联聲声職职肅肃脩修腦脑臨临臺台與与興兴舉举舊旧莊庄萬万葯药蓆席蓋盖蔘参藍蓝藥药蘇苏處处號号衆众術术衕同衛卫衝冲" +
  "裏里裝装裡里製制複复覈核見见規规視视親亲覺觉覽览觀观計计訊讯記记訪访設设註注評评試试話话該该誌志認认誡诫誤误說说説说誰谁調调談谈" +
  "請请謐谧講讲謹谨識识譯译議议護护讀读變变讓让讚赞豐丰負负貢贡貨货貫贯責责貴贵資资賠赔質质賬账贊赞贏赢踰逾車车軍军軟软較较載载輕轻" +
  "輛辆輪轮輯辑輸输轄辖轉转辦办農农迴回逕径這这連连週周進进運运過过達达違违遙遥遞递遡溯遶绕遷迁還还邊边鄉乡鄲郸針针釦扣釩钒鈡钟銷销" +
  "鋒锋鋼钢錯错錶表鍊炼鍋锅鍵键鍼针鍾钟鎭镇鎮镇鐘钟鐵铁鑄铸長长門门閉闭開开間间閤合闇暗關关陞升陰阴陸陆陽阳隊队階阶際际險险隱隐隻只" +
  "雙双離离難难雲云電电靈灵靜静鞏巩鞦秋韆千頁页項项順顺預预頓顿領领頭头頻频顆颗題题額额顏颜顔颜類类顧顾顯显風风颱台颳刮飆飙飛飞飲饮" +
  "養养餘余饋馈馬马驗验體体髕髌髮发鬆松魯鲁鮮鲜鳥鸟鴻鸿鹽盐麗丽麪面麫面麯曲麵面黃黄點点黨党鼕冬齊齐齣出";

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [
    pairs.charAt(index * 2),
    pairs.charAt(index * 2 + 1),
  ]),
);

const anyTraditional = new RegExp(`[${[...simplified.keys()].join("")}]`);

/** Writes the traditional characters of the field in their simplified form; the length stays. */
export function toSimplified(text: string): string {
  if (!anyTraditional.test(text)) return text;
  let result = "";
  for (const character of text)
    result += simplified.get(character) ?? character;
  return result;
}
