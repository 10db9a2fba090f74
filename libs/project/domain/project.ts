import { eventType, refusalType, stateMachine } from '#kernel';

/** A project keeps one identity all its way; how far it has come is told by its entries, incubations and deals. */
export const projectMachine = stateMachine({
  name: 'project',
  initial: 'open',
  states: { open: 'on its way' },
  transitions: {},
});

export const projectOpened = eventType<{ title: string }>('project:opened', 'When a project is first drafted as an entry.');
export const projectNamed = eventType<{ firm: string }>('project:firm-named', 'When the firm that carries a project is entered.');
export const documentAdded = eventType<{ document: string; name: string; sha256: string; size: number }>('project:document-added', 'When a paper is put on a project’s file.');

export const notByService = refusalType('document:no-person', 'forbidden', '文件须由本人提交。', 'A paper is put on file by a person.');
export const emptyDocument = refusalType('document:empty', 'invalid', '文件为空；请以 application/octet-stream 发送文件内容。', 'The document is empty; send its content as application/octet-stream.');
