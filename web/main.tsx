// Starts the app in the reader's language and theme.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import { App } from './app.tsx';
import { sweepDrafts } from './platform/drafts.ts';
import { chosenTheme, wear } from './platform/theme.ts';
import { trustOnlyOurs } from './platform/trusted.ts';
import { firstLanguage, loadWords, WordsProvider } from './platform/words.tsx';

trustOnlyOurs();
wear(chosenTheme());
sweepDrafts();

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
const language = firstLanguage();
const messages = await loadWords(language);
createRoot(place).render(
  <StrictMode>
    <WordsProvider language={language} messages={messages}>
      <App />
    </WordsProvider>
  </StrictMode>,
);
