import { eventType, refusalType } from '#kernel';

export const organisationEntered = eventType<{ organisation: string; name: string }>('organisation:entered', 'When the office enters or corrects an organisation in the register.');

export const wrongCreditCode = refusalType('organisation:wrong-credit-code', 'invalid', '统一社会信用代码“{code}”有误：应为 18 位且校验码正确。', 'The unified social credit code "{code}" is wrong: it has 18 characters, the last of which checks the others.');
export const creditCodeTaken = refusalType('organisation:credit-code-taken', 'conflict', '统一社会信用代码 {code} 已登记在“{name}”名下。', 'The credit code {code} is already that of "{name}".');
export const ownParent = refusalType('organisation:own-parent', 'invalid', '一个单位不能是自己的上级。', 'An organisation cannot belong to itself.');
