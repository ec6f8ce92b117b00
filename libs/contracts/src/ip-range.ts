import { ValidateBy } from 'class-validator';
import { isIP } from 'node:net';

/** An address, or a range of them in CIDR notation: `203.0.113.0/24`, `2001:db8::/32`. */
export function IsIpRange(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isIpRange',
      validator: {
        validate: isIpRange,
        defaultMessage: () => 'each value in $property must be an address or a range such as 203.0.113.0/24',
      },
    },
    { each: true },
  );
}

function isIpRange(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
