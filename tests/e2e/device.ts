// A device that can check its owner: Chromium's virtual authenticator, with real keys.
import type { CDPSession, Page } from '@playwright/test';

/** A device that checks its owner; what it answers can be changed. */
export class Device {
  private constructor(private cdp: CDPSession, private id: string) {}

  static async in(page: Page) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2' as const,
      transport: 'internal' as const,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    };
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
    return new Device(cdp, authenticatorId);
  }

  /** Whether it recognises who is there. */
  async recognises(isUserVerified: boolean) {
    await this.cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified });
  }

  async keys() {
    return (await this.cdp.send('WebAuthn.getCredentials', { authenticatorId: this.id })).credentials;
  }
}
