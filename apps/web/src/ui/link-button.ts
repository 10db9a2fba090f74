import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A link that looks like a button: it goes to a page, or fetches a file where it has an `href` of its own. */
export const LinkButton = createLink(Button);
