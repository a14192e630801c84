import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** Debian's, where it is installed: it starts at once, and has the machine's fonts. */
const installed = '/usr/bin/chromium';

/**
 * What Debian's would do beside showing pages. Of each window's address bar it runs a page of its own, which costs more
 * than ours; the others playwright turns off too, but of two lists the browser heeds the last.
 */
const turnedOff =
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup,' +
  'AimEnabled,NetworkTimeServiceQuerying,OptimizationHints,PreconnectToSearch,MediaRouter,LensOverlay,' +
  'HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,ThirdPartyStoragePartitioning,PaintHolding,' +
  'AvoidUnnecessaryBeforeUnloadCheckSync,AvoidCorsURLLoaderRestartOnRedirect,DestroyProfileOnBrowserClose';

export interface BrowserServer {
  /** Where `chromium.connect` finds it. */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** A real browser, for many to connect to: it takes half a second to start, a connection a few milliseconds. */
export const startBrowser = async (): Promise<BrowserServer> => {
  const isInstalled = existsSync(installed);
  const server = await chromium.launchServer({
    executablePath: isInstalled ? installed : await packaged.executablePath(),
    args: isInstalled ? ['--no-sandbox', '--disable-dev-shm-usage', `--disable-features=${turnedOff}`] : packaged.args,
    headless: true,
  });
  return { endpoint: server.wsEndpoint(), stop: async () => server.close() };
};
