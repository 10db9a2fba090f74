import { words } from '../words.js';

export const SETTINGS = {
  VERSION: ['程序版本', 'Version of the program'],
  AUTH_SECRET_FILE: ['会话密钥文件', 'File with the secret of sessions'],
  BACKUPS_KEPT: ['保留备份数', 'Backups that stay'],
  BACKUP_AT: ['每日备份时间', 'Time of the daily backup'],
  BACKUP_DIR: ['备份目录', 'Folder of backups'],
  BASE_URL: ['访问地址', 'Address that people open'],
  CONCURRENCY: ['同时处理的任务数', 'Jobs handled at once'],
  DATABASE_FAST: ['数据库不等待落盘', 'Database that does not wait for the disk'],
  DATABASE_POOL: ['数据库连接数', 'Connections to the database'],
  DATABASE_URL: ['外部数据库', 'Database of its own'],
  DISTRICT_CODE: ['区代码', 'Code of the district'],
  DISTRICT_NAME: ['区名称', 'Name of the district'],
  HOST: ['监听地址', 'Listens at'],
  JOB_LOCK_SECONDS: ['任务无响应时限（秒）', 'Seconds until a silent job is taken over'],
  LOG_LEVEL: ['日志级别', 'Level of the log'],
  MAIL_FROM: ['发件人', 'Sender of mails'],
  PORT: ['端口', 'Port'],
  REDIS_URL: ['Redis 队列', 'Queue on Redis'],
  S3_URL: ['对象存储', 'Object store'],
  SIGNING_KEY_FILE: ['签名密钥文件', 'File with the key of signatures'],
  SIGN_INS_A_MINUTE: ['每分钟登录次数上限', 'Sign-ins a minute from one address'],
  SMTP_URL: ['邮件服务器', 'Mail server'],
  TIME_ZONE: ['时区', 'Time zone'],
  TRELLIS_HOME: ['数据目录', 'Folder of the installation'],
  TRUST_PROXY: ['受信代理', 'Proxies that are believed'],
} as const;

export const useSettingWords = words('settings', SETTINGS as Readonly<Record<keyof typeof SETTINGS, readonly [string, string]>>);
