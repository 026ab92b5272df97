"""What a team in Python asks of a vendor below the base URL given, and what it is told, as JSON."""
import json
import sys
import urllib.error
import urllib.request

library, base = sys.argv[1:]
TEXT = '{"caseId": 1, "text": "gr\u00fc\u00df dich"}'.encode()
JSON_TYPE = {"Content-Type": "application/json"}
ASKS = [
    ("GET", "/chats?status=open&name=J%C3%BCrgen+M&x=a%2Fb&empty=&flag", None, {"Accept-Encoding": "gzip"}),
    ("POST", "/messages", TEXT, JSON_TYPE),
    ("PUT", "/files", b"x" * 300_000, {}),
    ("GET", "/moved", None, {}),
    ("HEAD", "/chats", None, {}),
    ("GET", "/missing", None, {}),
    ("DELETE", "/chats/1", None, {"Authorization": "Bearer t"}),
]


class LeaveRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def by_urllib():
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), LeaveRedirects)
    for method, path, data, headers in ASKS:
        request = urllib.request.Request(base + path, data=data, headers=headers, method=method)
        try:
            answer = opener.open(request)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            yield answer.status, answer.reason, answer.getheaders(), answer.read().hex()


def by_requests():
    import requests

    session = requests.Session()
    session.trust_env = False
    for method, path, data, headers in ASKS:
        answer = session.request(method, base + path, data=data, headers=headers, allow_redirects=False)
        yield answer.status_code, answer.reason, list(answer.headers.items()), answer.content.hex()


json.dump(list({"urllib": by_urllib, "requests": by_requests}[library]()), sys.stdout)
