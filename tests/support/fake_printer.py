#!/usr/bin/env python3
"""A printer for tests: answers as OctoPrint, Moonraker or PrusaLink do, on a free port of loopback.

    fake_printer.py FAMILY        prints its port, then serves until its input closes

The test turns its knobs by POST /_set with JSON: {"state": "printing", "share": 0.4,
"answers": {"/api/job": [409, "…"]}, "mischief": {"/api/job": "endless"}}. GET /_told says what it was asked.
Mischief: "endless" (a body without end), "hang" (no answer), "drop" (the line is cut), "redirect" (to another
host), "not_http" (noise).
"""
import hashlib
import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FAMILY = sys.argv[1]
KEY = 'key-of-the-printer'
USER, PASSWORD = 'maker', 'pass of the printer'
NONCE = '7f3a1c'
lock = threading.Lock()
world = {'state': 'idle', 'file': '', 'share': 0.0, 'version': 1, 'started': 0.0, 'ended': 0.0, 'last': None,
         'run': 41, 'answers': {}, 'mischief': {}, 'takes_not_starts': False, 'history': [], 'storage': '/usb',
         'room': 8_000_000_000}
told = []
files = {}


def begin(name):
    world.update(state='printing', file=name, share=0.0, started=time.time(), run=world['run'] + 1)


def end(state):
    """What the fake remembers once a run is over."""
    if world['state'] in ('printing', 'paused'):
        good = state in ('finished', 'idle')
        world['ended'] = time.time()
        world['last'] = {'date': world['ended'], 'success': good, 'printTime': 30.5}
        world['history'].insert(0, {'filename': world['file'], 'status': 'completed' if good else 'cancelled',
                                    'start_time': world['started'], 'end_time': world['ended'],
                                    'print_duration': 30.5, 'filament_used': 1491.16})


class Printer(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *_):
        pass

    # --- what every family shares
    def say(self, status, body=b'', headers=()):
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        elif isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 204:
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def content(self):
        if self.headers.get('Transfer-Encoding'):
            self.close_connection = True
            return None
        return self.rfile.read(int(self.headers.get('Content-Length') or 0))

    def parts(self, body):
        """The parts of a multipart form: name -> (file name, bytes)."""
        found = re.search('boundary=([^;]+)', self.headers.get('Content-Type', ''))
        if not found:
            return {}
        parts = {}
        for piece in body.split(b'--' + found.group(1).encode())[1:-1]:
            head, _, content = piece.partition(b'\r\n\r\n')
            name = re.search(rb'[; ]name="([^"]*)"', head)
            file_name = re.search(rb'filename="([^"]*)"', head)
            parts[name.group(1).decode()] = (file_name.group(1).decode() if file_name else None, content[:-2])
        return parts

    def makes_mischief(self, path):
        kind = world['mischief'].get(path)
        if kind is None:
            return False
        self.close_connection = True
        if kind == 'endless':
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b'{"a":' * 8000)
            except OSError:
                pass
        elif kind == 'hang':
            time.sleep(30)
        elif kind == 'drop':
            self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"half')
        elif kind == 'redirect':
            self.say(302, b'', [('Location', world.get('elsewhere', 'http://127.0.0.1:9/api/job'))])
        elif kind == 'not_http':
            self.wfile.write(b'\x00\x01noise without a head\r\n\r\n')
        return True

    def handle_any(self):
        path, _, query = self.path.partition('?')
        body = self.content()
        if path == '/_set':
            wished = json.loads(body)
            with lock:
                if wished.get('state') and wished['state'] != world['state']:
                    end(wished['state'])
                world.update(wished)
            return self.say(200, {})
        if path == '/_told':
            digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
            return self.say(200, {'told': told, 'files': digests, 'world': world})
        told.append([self.command, self.path])
        if self.makes_mischief(path):
            return None
        with lock:
            if path in world['answers']:
                status, text = world['answers'][path]
                return self.say(status, text)
            return getattr(self, FAMILY)(path, query, body)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    # --- OctoPrint
    def octoprint(self, path, query, body):
        if self.headers.get('X-Api-Key') != KEY:
            return self.say(403, {'error': 'forbidden'})
        state, share = world['state'], world['share']
        if path == '/api/version':
            return self.say(200, {'api': '0.1', 'server': '1.11.3', 'text': 'OctoPrint 1.11.3'})
        if path == '/api/printer':
            if state == 'offline':
                return self.say(409, {'error': 'Printer is not operational'})
            flags = {'operational': True, 'printing': state == 'printing', 'paused': state == 'paused',
                     'pausing': False, 'cancelling': False, 'sdReady': False, 'error': state == 'broken',
                     'ready': state not in ('printing', 'paused', 'broken'), 'closedOrError': state == 'broken'}
            return self.say(200, {'temperature': {'tool0': {'actual': 214.8, 'target': 215.0, 'offset': 0},
                                                  'bed': {'actual': 59.9, 'target': 60.0, 'offset': 0}},
                                  'state': {'text': 'Printing from SD' if state == 'printing' else 'Operational',
                                            'flags': flags}})
        if path == '/api/job' and self.command == 'GET':
            if state not in ('printing', 'paused'):
                empty = {'name': None, 'path': None, 'origin': None, 'size': None, 'date': None}
                return self.say(200, {'job': {'file': empty, 'estimatedPrintTime': None, 'filament': None,
                                              'user': None},
                                      'progress': {'completion': None, 'filepos': None, 'printTime': None,
                                                   'printTimeLeft': None}, 'state': 'Operational'})
            return self.say(200, {'job': {'file': {'name': world['file'], 'path': world['file'],
                                                   'origin': 'local'}},
                                  'progress': {'completion': share * 100, 'printTime': int(600 * share),
                                               'printTimeLeft': int(600 * (1 - share))},
                                  'state': 'Printing from SD'})
        if path == '/api/job':
            if state not in ('printing', 'paused'):
                return self.say(409, {'error': 'not printing'})
            end('cancelled')
            world['state'] = 'idle'
            return self.say(204)
        if path == '/api/files/local' and self.command == 'POST':
            if body is None:
                return self.say(400, {'error': 'Content-Length is required'})
            parts = self.parts(body)
            name, content = parts['file']
            files[name] = content
            asked = parts.get('print', (None, b''))[1] == b'true'
            starts = asked and state == 'idle' and not world['takes_not_starts']
            if starts:
                begin(name)
            entry = {'name': name, 'path': name, 'origin': 'local', 'refs': {}}
            said = {'files': {'local': entry}} if world['version'] == 1 else {'file': entry}
            return self.say(201, {**said, 'done': True, 'effectiveSelect': starts, 'effectivePrint': starts},
                            [('Location', '/api/files/local/' + name)])
        if path.startswith('/api/files/local/'):
            name = path.rsplit('/', 1)[1]
            if name not in files:
                return self.say(404, {'error': 'not found'})
            if self.command == 'POST':
                if state != 'idle':
                    return self.say(409, {'error': 'already printing'})
                begin(name)
                return self.say(204)
            known = {'name': name, 'path': name}
            if world['last'] and world['file'] == name:
                last = {'success': 1, 'failure': 0, 'last': world['last']}
                known['prints' if world['version'] == 1 else 'print'] = last
            return self.say(200, known)
        return self.say(404, {'error': 'not found'})

    # --- Moonraker
    def moonraker(self, path, query, body):
        words = {'idle': 'standby', 'finished': 'complete', 'broken': 'error'}
        state = words.get(world['state'], world['state'])
        if path == '/server/info':
            return self.say(200, {'result': {'klippy_connected': state != 'offline', 'klippy_state': 'ready',
                                             'moonraker_version': 'v0.9.3', 'api_version': [1, 5, 0]}})
        if path == '/printer/objects/query':
            if state == 'offline':
                return self.say(503, {'error': {'code': 503, 'message': 'Klippy Host not connected'}})
            status = {'webhooks': {'state': 'ready', 'state_message': ''},
                      'print_stats': {'state': state, 'filename': world['file'],
                                      'print_duration': 600 * world['share'], 'message': ''},
                      'virtual_sdcard': {'progress': world['share']},
                      'extruder': {'temperature': 214.8}, 'heater_bed': {'temperature': 60.0}}
            return self.say(200, {'result': {'eventtime': 1.0, 'status': status}})
        if path == '/server/files/upload':
            parts = self.parts(body)
            name, content = parts['file']
            if 'checksum' in parts and hashlib.sha256(content).hexdigest() != parts['checksum'][1].decode():
                return self.say(422, {'error': {'code': 422, 'message': 'File checksum mismatch'}})
            files[name] = content
            asked = parts.get('print', (None, b''))[1] == b'true'
            starts = asked and state in ('standby', 'complete', 'cancelled') and not world['takes_not_starts']
            if starts:
                begin(name)
            return self.say(201, {'item': {'path': name, 'root': 'gcodes', 'size': len(content)},
                                  'print_started': starts, 'print_queued': False, 'action': 'create_file'})
        if path == '/printer/print/start':
            begin(query.split('filename=')[1])
            return self.say(200, {'result': 'ok'})
        if path == '/printer/print/cancel':
            end('cancelled')
            world['state'] = 'cancelled'
            return self.say(200, {'result': 'ok'})
        if path == '/server/history/list':
            return self.say(200, {'result': {'count': len(world['history']), 'jobs': world['history']}})
        return self.say(404, {'error': {'code': 404, 'message': 'Not Found'}})

    # --- PrusaLink
    def is_known(self):
        given = dict(re.findall(r'(\w+)="?([^",]+)"?', self.headers.get('Authorization', '')))
        if given.get('username') != USER or given.get('nonce') != NONCE:
            return False

        def digest(text):
            return hashlib.md5(text.encode()).hexdigest()

        secret = digest(f'{USER}:{given.get("realm")}:{PASSWORD}')
        asked = digest(f'{self.command}:{given.get("uri")}')
        wanted = digest(f'{secret}:{NONCE}:{given.get("nc")}:{given.get("cnonce")}:{given.get("qop")}:{asked}')
        return given.get('response') == wanted

    def prusalink(self, path, query, body):
        if not self.is_known():
            return self.say(401, b'', [('WWW-Authenticate', f'Digest realm="Printer API", nonce="{NONCE}", '
                                                            'qop="auth", algorithm=MD5')])
        word = {'idle': 'IDLE', 'printing': 'PRINTING', 'paused': 'PAUSED', 'finished': 'FINISHED',
                'cancelled': 'STOPPED', 'broken': 'ERROR', 'busy': 'BUSY', 'human': 'ATTENTION'}[world['state']]
        has_job = world['state'] in ('printing', 'paused', 'finished', 'cancelled')
        job = {'id': world['run'], 'progress': world['share'] * 100, 'time_printing': int(600 * world['share']),
               'time_remaining': int(600 * (1 - world['share']))}
        if path == '/api/version':
            return self.say(200, {'api': '2.0.0', 'version': '0.7.2', 'printer': '1.3.1',
                                  'text': 'PrusaLink 0.7.2', 'firmware': '6.0.1',
                                  'capabilities': {'upload-by-put': True}})
        if path == '/api/v1/storage':
            return self.say(200, {'storage_list': [
                {'type': 'LOCAL', 'path': '/local', 'available': False, 'read_only': True},
                {'type': 'USB', 'path': world['storage'], 'available': True, 'read_only': False,
                 'free_space': world['room']}]})
        if path == '/api/v1/status':
            status = {'printer': {'state': word, 'temp_nozzle': 214.8, 'temp_bed': 60.0}}
            if has_job:
                status['job'] = job
            return self.say(200, status)
        if path == '/api/v1/job':
            if not has_job:
                return self.say(204)
            return self.say(200, {**job, 'state': word,
                                  'file': {'name': 'F1~1.GCO', 'display_name': world['file'],
                                           'path': world['storage']}})
        if path.startswith('/api/v1/job/'):
            if path.rsplit('/', 1)[1] != str(world['run']):
                return self.say(404)
            end('cancelled')
            world['state'] = 'cancelled'
            return self.say(204)
        if path.startswith('/api/v1/files' + world['storage'] + '/'):
            name = path.rsplit('/', 1)[1]
            if world['state'] in ('printing', 'paused', 'busy'):
                return self.say(409, 'Printing')
            if self.command == 'PUT':
                if len(body) > world['room']:
                    return self.say(507)
                files[name] = body
                if self.headers.get('Print-After-Upload') != '?1':
                    return self.say(201)
            begin(name)
            return self.say(201 if self.command == 'PUT' else 204)
        return self.say(404)


ThreadingHTTPServer.request_queue_size = 128
server = ThreadingHTTPServer(('127.0.0.1', 0), Printer)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
