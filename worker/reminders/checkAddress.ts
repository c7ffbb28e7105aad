/** Names that lead to the own computer or network. */
const within = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/u;
const loopback = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/u;

/**
 * What is wrong with the address of a robot; `null`: nothing. It is https and has a name: by a number, or a name of the own
 * network, the server could be made to speak to its neighbours.
 * @param local whether this is the local server, which may write to its own computer.
 */
export function addressFault(address: string, local: boolean): { zh: string; en: string } | null {
  const url = URL.parse(address);
  if (!url) return { zh: '不是有效的网址', en: 'It is no address' };
  const host = url.hostname;
  if (local && loopback.test(host) && /^https?:$/u.test(url.protocol)) return null;
  if (url.protocol !== 'https:') return { zh: '应以 https:// 开头', en: 'It has to begin with https://' };
  if (url.username !== '' || url.password !== '')
    return { zh: '不能含用户名或密码', en: 'It may hold no user name and no password' };
  const isNumber = host.startsWith('[') || /^[\d.]+$/u.test(host);
  if (isNumber || !host.includes('.') || within.test(host.replace(/\.$/u, '')))
    return {
      zh: '应写机器人的公网域名，不能是 IP 地址或内网名称',
      en: 'It has to name a public host: no IP address, no name of the own network',
    };
  return null;
}
