import { open_lab, main_text, axe } from './lab.mjs'
const lab = await open_lab()
try {
  const shots = [
   ['coordinator', 'coord', '/accueil', 1440], ['coordinator','coordphone','/accueil',390], ['coordinator','board','/commandes/tableau',1440], ['coordinator','list','/commandes',1440],
   ['coordinator','triage','/commandes/17/etude',1440], ['coordinator','order','/commandes/7',1440], ['coordinator','team','/commandes/13/equipe',1440], ['coordinator','participation','/participation',1440],
   ['coordinator','delivered','/commandes/5/bon',1440],
   ['participant (lead)','today','/aujourdhui',390], ['participant (lead)','mission','/missions/7',390], ['participant (lead)','orderyoung','/commandes/7',390],
   [null,'tracking',lab.ways['requester (approving)'].path,390],[null,'commander','/commander',390],[null,'welcome','/',1440]]
  for (const dark of [false,true]) for (const [role,name,path,width] of shots) {
    const p = await lab.visit({role:role||undefined,width,height:width<500?844:900,dark})
    const a = await p.goto(path); console.log(name, a.status(), p.url())
    await p.screenshot({path:`/tmp/shots/${name}${dark?'-dark':''}.png`, fullPage: !dark})
    await p.context().close()
  }
  console.log(lab.troubles)
} finally { await lab.close() }
