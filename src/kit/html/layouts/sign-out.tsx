// Signing out changes something, so it is a form and not a link.

/** A button that looks like a link of the navigation. */
export function SignOut({ csrf }: { csrf: string }) {
  return (
    <form method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value={csrf} />
      <button class="link-button" type="submit">
        Sign out
      </button>
    </form>
  );
}
