import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as Antd, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { queries } from './api/queries.js';
import { router } from './routes.js';
import { themeOf, useIsDark } from './ui/theme.js';
import { useLanguage } from './words.js';

export function App() {
  const [dark, language] = [useIsDark(), useLanguage()];
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={themeOf(dark)} locale={language === 'zh' ? zh : en} button={{ autoInsertSpace: false }}>
        <Antd notification={{ placement: 'bottomRight' }}>
          <RouterProvider router={router} />
        </Antd>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
