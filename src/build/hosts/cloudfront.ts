import { stringify } from 'yaml';
import { everywhere, rules } from './rules.ts';

/** These have fields of their own in CloudFront, which refuses them among the custom headers. */
const security = (policy: string): object => ({
  ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
  ContentTypeOptions: { Override: true },
  FrameOptions: { FrameOption: 'DENY', Override: true },
  ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
  StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Override: true },
});
const ownFields = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'strict-transport-security'];
const cors = 'access-control-allow-origin';
/** A type goes with the file when it is copied into the bucket (.github/hosts/README.md). */
const elsewhere = [...ownFields, cors, 'content-type'];

const own = (headers: Readonly<Record<string, string>>): object => ({
  CustomHeadersConfig: {
    Items: Object.entries(headers)
      .filter(([name]) => !elsewhere.includes(name.toLowerCase()))
      .map(([Header, Value]) => ({ Header, Value, Override: true })),
  },
  ...(Object.keys(headers).some((name) => name.toLowerCase() === cors) && {
    CorsConfig: {
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
      AccessControlAllowHeaders: { Items: ['*'] },
      AccessControlAllowCredentials: false,
      OriginOverride: true,
    },
  }),
});

/** The rules that say more than a type. */
const told = rules.filter(({ headers }) => Object.keys(headers).some((name) => name !== 'Content-Type'));

/** Name of a resource for the paths of a rule: "/errors/*.json" -> "ErrorsAnyJson"; no two rules share one. */
const nameOf = (at: string): string =>
  at === '/*'
    ? 'Everywhere'
    : at
        .replaceAll('*', 'Any')
        .split(/[^a-z]+/i)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');

const s3Name = 'site';
const cached = { TargetOriginId: s3Name, ViewerProtocolPolicy: 'redirect-to-https', AllowedMethods: ['GET', 'HEAD'], Compress: true };
/** Amazon's "CachingOptimized". */
const CachePolicyId = '658327ea-f89d-4fab-a63d-7e88639e58f6';

/** A bucket knows no index of a folder: "/errors/30007/" is asked for as "/errors/30007/index.html". */
const indexFunction = `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`;

/** A CloudFormation template: a private bucket, and CloudFront before it, with a policy of headers for each rule. */
export function cloudfront(): string {
  const usual = Object.fromEntries(everywhere);
  const behaviour = (at: string): object => ({
    ...cached,
    CachePolicyId,
    ResponseHeadersPolicyId: { Ref: `${nameOf(at)}Headers` },
    FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Index', 'FunctionARN'] } }],
  });
  const policies = told.map(({ at, headers }) => {
    const all = { ...usual, ...headers };
    return [
      `${nameOf(at)}Headers`,
      {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: {
          ResponseHeadersPolicyConfig: {
            Name: { 'Fn::Sub': `\${AWS::StackName}-${nameOf(at)}` },
            SecurityHeadersConfig: security(all['Content-Security-Policy'] ?? ''),
            ...own(all),
          },
        },
      },
    ] as const;
  });
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Undelivered: a private bucket behind CloudFront. Copy dist/ into the bucket when the stack stands.',
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Access: {
        Type: 'AWS::CloudFront::OriginAccessControl',
        Properties: {
          OriginAccessControlConfig: {
            Name: { 'Fn::Sub': '${AWS::StackName}-access' },
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
      Index: {
        Type: 'AWS::CloudFront::Function',
        Properties: {
          Name: { 'Fn::Sub': '${AWS::StackName}-index' },
          AutoPublish: true,
          FunctionConfig: { Comment: 'The index of a folder', Runtime: 'cloudfront-js-2.0' },
          FunctionCode: indexFunction,
        },
      },
      ...Object.fromEntries(policies),
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            HttpVersion: 'http2and3',
            Origins: [
              {
                Id: s3Name,
                DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] },
                OriginAccessControlId: { Ref: 'Access' },
                S3OriginConfig: { OriginAccessIdentity: '' },
              },
            ],
            DefaultCacheBehavior: behaviour('/*'),
            CacheBehaviors: told.filter(({ at }) => at !== '/*').map(({ at }) => ({ PathPattern: at, ...behaviour(at) })),
            // A private bucket says 403 of what it has not got.
            CustomErrorResponses: [403, 404].map((ErrorCode) => ({ ErrorCode, ResponseCode: 404, ResponsePagePath: '/404.html' })),
          },
        },
      },
      Reading: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Bucket' },
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'cloudfront.amazonaws.com' },
                Action: 's3:GetObject',
                Resource: { 'Fn::Sub': '${Bucket.Arn}/*' },
                Condition: {
                  StringEquals: { 'AWS:SourceArn': { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}' } },
                },
              },
            ],
          },
        },
      },
    },
    Outputs: { Address: { Value: { 'Fn::GetAtt': ['Site', 'DomainName'] } }, Bucket: { Value: { Ref: 'Bucket' } } },
  };
  return `# Made by "npm run hosts" from src/build/hosts/; edit there. An AWS CloudFormation template.\n${stringify(template, { lineWidth: 0 })}`;
}
