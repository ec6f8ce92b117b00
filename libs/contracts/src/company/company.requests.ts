import { PartialType } from '@nestjs/swagger';
import { IsFQDN, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Max, MaxLength, Min } from 'class-validator';
import { AddressedRequest } from '../address.requests';
import { IsDecimalAmount } from '../decimal';
import { IsTags } from '../tags';

export class CreateCompanyRequest extends AddressedRequest {
  /** Words to find it by, up to 50. */
  @IsTags()
  tags?: string[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  name: string;

  /** Unique among live companies, ignoring case. */
  @IsOptional()
  @IsFQDN()
  @MaxLength(253)
  domain?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  industry?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  employeeCount?: number | null;

  /** Decimal string, e.g. `"1100.04"`. */
  @IsOptional()
  @IsDecimalAmount()
  annualRevenue?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @IsOptional()
  @IsUrl({ require_protocol: false })
  @MaxLength(2048)
  website?: string | null;
}

export class UpdateCompanyRequest extends PartialType(CreateCompanyRequest, { skipNullProperties: false }) {}
