// News about what was just done, or about the page, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';

export interface NotificationBannerProps {
  title?: Words;
  titleId?: string;
  titleHeadingLevel?: string | number;
  /** One line, set large. For more, give children instead. */
  text?: Words;
  children?: Words;
  type?: 'success';
  role?: string;
  disableAutoFocus?: boolean;
  classes?: string;
  attributes?: Attributes;
}

/** A banner: "Important" by default, "Success" (read out at once) for what was just done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const isSuccess = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2';
  return (
    <div
      class={listed('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', props.classes)}
      role={(props.role || (isSuccess ? 'alert' : 'region')) as 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {isEmpty(props.title) ? (isSuccess ? 'Success' : 'Important') : props.title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isEmpty(props.children)
          ? !isEmpty(props.text) && <p class="govuk-notification-banner__heading">{props.text}</p>
          : props.children}
      </div>
    </div>
  );
}
