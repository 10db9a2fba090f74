import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './app.css';

createRoot(document.getElementById('root')!).render(<App />);
