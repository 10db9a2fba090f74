/** What experts know and firms get stuck on: by field, topics with their words. */
const TOPICS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  智能制造: [
    ['永磁同步电机', '转矩脉动', '曳引机', '谐波注入', '低速抖动', '矢量控制', '齿槽转矩', '平层精度', '电流环', '无齿轮驱动'],
    ['谐波减速器', '机器人关节', '回差', '柔轮疲劳', '传动精度', '润滑脂', '齿形修正', '刚度测试', '寿命试验', '力矩传感'],
    ['机器视觉', '缺陷检测', '漏检率', '光源布置', '卷积网络', '样本不均衡', '划痕识别', '标定误差', '产线节拍', '相机触发'],
    ['数控机床', '主轴热变形', '加工误差补偿', '刀具磨损', '颤振抑制', '进给系统', '温度场', '动平衡', '切削参数', '表面粗糙度'],
    ['激光焊接', '熔池监测', '气孔', '飞溅', '焊缝跟踪', '异种金属', '热影响区', '保护气', '焊接变形', '功率波形'],
  ],
  新材料: [
    ['石墨烯', '导热薄膜', '界面热阻', '面内取向', '散热片', '膜层开裂', '还原工艺', '压延密度', '热扩散系数', '电磁屏蔽'],
    ['碳纤维', '预浸料', '层间剥离', '树脂浸润', '固化曲线', '孔隙率', '铺层设计', '拉挤成型', '湿热老化', '冲击后压缩'],
    ['镁合金', '压铸', '缩松', '晶粒细化', '耐蚀涂层', '微弧氧化', '热裂倾向', '稀土添加', '阻燃', '模具温度'],
    ['陶瓷基板', '烧结收缩', '翘曲', '氮化铝', '金属化层', '热导率', '排胶', '流延成型', '气密性', '共烧'],
    ['光伏胶膜', '黄变', '交联度', '抗老化剂', '水汽透过率', '剥离强度', '层压气泡', '紫外截止', '电势诱导衰减', '共聚单体'],
  ],
  生物医药: [
    ['单克隆抗体', '聚集体', '层析纯化', '宿主蛋白残留', '糖基化', '细胞株', '表达量', '病毒灭活', '制剂稳定性', '超滤浓缩'],
    ['微流控芯片', '液滴生成', '核酸检测', '封装泄漏', '表面改性', '荧光读数', '交叉污染', '泵阀集成', '注塑成型', '检出限'],
    ['缓释微球', '包封率', '突释', '粒径分布', '溶剂残留', '喷雾干燥', '体外释放', '乳化工艺', '载药量', '无菌工艺'],
    ['中药提取', '指纹图谱', '挥发油', '重金属超标', '炮制工艺', '有效成分', '批次差异', '膜分离', '浸膏吸潮', '水分控制'],
    ['可降解支架', '径向支撑力', '降解速率', '聚乳酸', '药物涂层', '激光切割', '内膜增生', '球囊压握', '疲劳断裂', '加速老化'],
  ],
  现代农业: [
    ['高山蔬菜', '采后保鲜', '移动预冷', '冷链损耗', '呼吸热', '气调包装', '失水萎蔫', '压差预冷', '分级包装', '乙烯吸附'],
    ['柑橘', '黄龙病', '木虱防控', '无病毒苗', '砧木', '叶片黄化', '营养诊断', '快速检测', '假植大棚', '冬季清园'],
    ['羊肚菌', '菌种退化', '外源营养袋', '覆土', '原基分化', '白霉病', '棚内温湿', '连作障碍', '出菇不齐', '液体菌种'],
    ['生猪养殖', '粪污处理', '氨气', '沼液还田', '发酵床', '饲料转化', '腹泻', '通风降温', '非瘟防控', '抗生素替代'],
    ['稻田土壤', '酸化改良', '镉污染', '石灰', '钝化剂', '低积累品种', '水分管理', '有机质', '叶面阻控', '微量元素'],
  ],
  数字服务: [
    ['时序数据库', '写入放大', '冷热分层', '降采样', '压缩算法', '查询延迟', '分片迁移', '乱序写入', '标签基数', '内存占用'],
    ['知识图谱', '实体对齐', '关系抽取', '公文语料', '消歧', '本体构建', '图谱补全', '三元组', '标注成本', '领域词表'],
    ['数字孪生', '点云配准', '模型轻量化', '三维渲染', '实时同步', '管网建模', '坐标转换', '帧率下降', '语义标签', '倾斜摄影'],
    ['语音识别', '方言口音', '远场降噪', '端点检测', '热词', '语言模型', '识别延迟', '回声消除', '说话人分离', '声学模型'],
    ['联邦学习', '隐私计算', '同态加密', '通信开销', '数据异构', '梯度泄露', '模型聚合', '可信执行', '样本对齐', '差分隐私'],
  ],
  节能环保: [
    ['膜生物反应器', '膜污染', '跨膜压差', '曝气能耗', '污泥浓度', '化学清洗', '总氮去除', '碳源投加', '同步脱氮', '出水浊度'],
    ['锂电池回收', '黑粉', '浸出率', '镍钴锰', '电解液', '短程再生', '放电拆解', '氟污染', '萃取', '铝杂质'],
    ['余热回收', '有机朗肯循环', '换热器结垢', '工质泄漏', '膨胀机', '低温烟气', '酸露点', '热管', '发电效率', '窑炉'],
    ['挥发性有机物', '蓄热燃烧', '催化剂中毒', '沸石转轮', '浓缩比', '压降', '净化效率', '硅沉积', '爆炸下限', '风量波动'],
    ['垃圾渗滤液', '氨氮', '反渗透浓液', '蒸发结晶', '厌氧', '结垢', '高级氧化', '可生化性', '盐分累积', '臭味控制'],
  ],
};

export interface MadeSolver {
  readonly name: string;
  readonly field: string;
  readonly topic: number;
  readonly profile: string;
  readonly works: readonly { readonly title: string; readonly text: string }[];
}

export interface MadeProblem {
  readonly title: string;
  readonly field: string;
  readonly topic: number;
  readonly symptoms: string;
  readonly tried: string;
  readonly goal: string;
}

/** The topics in one row, each with its field and words. */
const ALL = Object.entries(TOPICS).flatMap(([field, topics]) => topics.map((words) => ({ field, words })));

const COURTESIES = ['主持国家和省部级课题多项', '发表论文若干', '与多家企业有产学研合作', '指导研究生', '担任学会委员'];

/**
 * Experts and problems whose right answers are known: an expert knows one topic well and a little of another of his field;
 * a problem is about one topic, said in few of its words, with a word or two of others. `chance` gives numbers from 0 to 1.
 */
export function madeExpertise(chance: () => number, { perTopic, problems }: { perTopic: number; problems: number }): { solvers: MadeSolver[]; problems: MadeProblem[] } {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(chance() * left.length), 1)[0]!);
  };
  const neighbour = (topic: number) => pick(ALL.map((one, n) => ({ ...one, n })).filter(({ field, n }) => field === ALL[topic]!.field && n !== topic));
  const solvers = ALL.flatMap(({ field, words }, topic) =>
    Array.from({ length: perTopic }, (_, n): MadeSolver => {
      const [known, beside] = [some(words, 4), some(neighbour(topic).words, 3)];
      const work = () => {
        const [a, b, c] = some(words, 3);
        return { title: `一种改善${a!}的方法`, text: `针对${b!}，提出兼顾${c!}的工艺与装置，经试验验证有效。` };
      };
      return { name: `示例专家 ${String(topic * perTopic + n + 1).padStart(3, '0')}`, field, topic, profile: `从事${field}研究，研究方向为${known.join('、')}，也涉及${beside.join('、')}。${some(COURTESIES, 2).join('，')}。`, works: [work(), work()] };
    }),
  );
  const made = Array.from({ length: problems }, (_, n): MadeProblem => {
    const topic = n % ALL.length;
    const { field, words } = ALL[topic]!;
    const [a, b, c, d] = some(words, 4);
    const [near, far] = [pick(neighbour(topic).words), pick(pick(ALL).words)];
    return { title: `${a!}出现${b!}问题`, field, topic, symptoms: `量产中发现${a!}不稳定，伴随${c!}，客户投诉较多。`, tried: `曾从${near}入手排查，也试过调整${far}，效果不明显。`, goal: `希望${d!}达到行业水平，成本不明显增加。` };
  });
  return { solvers, problems: made };
}
